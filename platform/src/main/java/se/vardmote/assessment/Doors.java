package se.vardmote.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actors;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.InvitedVisitor;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Device;
import se.vardmote.organisation.Devices;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DeviceId;

/** From where somebody knocks, and who answers there. */
@Component
public class Doors {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final Organisation organisation;
    private final Devices devices;
    private final Roster roster;
    private final Clock clock;

    public Doors(Organisation organisation, Devices devices, Roster roster, Clock clock) {
        this.organisation = organisation;
        this.devices = devices;
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * The door of a device is that of its unit; a visitor with a code stands at the door of the unit that gave it.
     *
     * @throws se.vardmote.platform.ProblemException {@code assessment/no-receiver} when nobody answers for the unit
     */
    public Knock.Door of(Actors actors) {
        return actors.device()
                .map(this::ofDevice)
                .or(() -> actors.invited().map(this::ofVisitor))
                .orElseThrow(this::noReceiver);
    }

    private Knock.Door ofVisitor(InvitedVisitor visitor) {
        CareUnit receiving = organisation.unit(visitor.receivingUnit()).orElseThrow(this::noReceiver);
        return new Knock.Door(null, null, null, receiving);
    }

    private Knock.Door ofDevice(EnrolledDevice device) {
        CareUnit receiving = organisation.receiverOf(device.unit()).orElseThrow(this::noReceiver);
        String area = devices.find(device.careProvider(), device.id())
                .map(Device::area)
                .orElse(null);
        return new Knock.Door(device.unit(), device.id(), area, receiving);
    }

    /** Licensed staff who work at the receiving unit today: with one of them a call is agreed (R0-11). */
    public List<Staff> colleagues(Knock.Door door) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        return organisation.staffAt(door.receiving().id(), today).stream()
                .filter(staff -> staff.profession().licensed())
                .toList();
    }

    public List<Staff> onDuty(Knock.Door door) {
        var ids = roster.at(door.receiving().id());
        return colleagues(door).stream()
                .filter(staff -> ids.contains(staff.id()))
                .toList();
    }

    public @Nullable String unitName(Knock.Door door) {
        CareUnitId unit = door.unit();
        return unit == null ? null : organisation.unit(unit).map(CareUnit::name).orElse(null);
    }

    public @Nullable String deviceName(Knock.Door door) {
        DeviceId device = door.device();
        CareUnitId from = door.unit();
        if (device == null || from == null) return null;
        return organisation
                .unit(from)
                .flatMap(unit -> devices.find(unit.careProvider(), device))
                .map(Device::name)
                .orElse(null);
    }

    private ProblemException noReceiver() {
        return new AssessmentProblem.NoReceiver().asException();
    }
}
