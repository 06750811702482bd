package se.vardmote.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actors;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.InvitedVisitor;
import se.vardmote.assessment.duty.DutyRules;
import se.vardmote.assessment.duty.DutyTable;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Device;
import se.vardmote.organisation.Devices;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DeviceId;

/** From where somebody knocks, and who answers there. */
@Component
public class Doors {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final Organisation organisation;
    private final Devices devices;
    private final DutyRules rules;
    private final Roster roster;
    private final Clock clock;

    public Doors(Organisation organisation, Devices devices, DutyRules rules, Roster roster, Clock clock) {
        this.organisation = organisation;
        this.devices = devices;
        this.rules = rules;
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * The door of a device is that of its unit and area, and the duty table says who answers there now; a visitor with a
     * code stands at the door of the unit that gave it, at any hour.
     *
     * @throws se.vardmote.platform.ProblemException {@code assessment/no-receiver} when a unit of the register is gone
     */
    public Doorway of(Actors actors) {
        return actors.device()
                .map(this::ofDevice)
                .or(() -> actors.invited().map(this::ofVisitor))
                .orElseThrow(this::noReceiver);
    }

    private Doorway ofVisitor(InvitedVisitor visitor) {
        CareUnit receiving = organisation.unit(visitor.receivingUnit()).orElseThrow(this::noReceiver);
        var only = new Doorway.Choice(null, receiving);
        return new Doorway(null, null, null, receiving.careProvider(), List.of(only), List.of(receiving), null);
    }

    private Doorway ofDevice(EnrolledDevice device) {
        String area = area(device);
        DutyTable table = rules.from(device.unit());
        Instant now = clock.instant();
        Map<CareUnitId, CareUnit> units = organisation.units(table.receivers()).stream()
                .collect(Collectors.toMap(CareUnit::id, Function.identity()));
        List<Doorway.Choice> choices = table.choices(now, area).stream()
                .flatMap(choice -> Stream.ofNullable(units.get(choice.receiver()))
                        .map(unit -> new Doorway.Choice(choice.profession(), unit)))
                .toList();
        CareProviderId keeper = choices.isEmpty()
                ? device.careProvider()
                : choices.getFirst().receiving().careProvider();
        List<CareUnit> numbers = choices.isEmpty()
                ? List.copyOf(units.values())
                : choices.stream().map(Doorway.Choice::receiving).distinct().toList();
        Instant again = choices.isEmpty() ? table.nextAnswer(area, now).orElse(null) : null;
        return new Doorway(device.unit(), device.id(), area, keeper, choices, numbers, again);
    }

    private @Nullable String area(EnrolledDevice device) {
        return devices.find(device.careProvider(), device.id())
                .map(Device::area)
                .orElse(null);
    }

    /** Whom to ring from a device: who answers there now, at a gap everybody who answers there at some time. */
    public List<CareUnit> receiversFrom(EnrolledDevice device) {
        return ofDevice(device).numbers();
    }

    /** The units that answer knocks from others: whom to ring for one who has no device and no code. */
    public List<CareUnit> receivers() {
        return organisation.units(rules.receivers());
    }

    /** Licensed staff who work today at a unit that may answer: with one of them a call is agreed (R0-11). */
    public List<Staff> colleagues(Doorway doorway) {
        return receiving(doorway)
                .flatMap(unit -> colleagues(unit).stream())
                .distinct()
                .toList();
    }

    public List<Staff> onDuty(Doorway doorway) {
        return receiving(doorway)
                .flatMap(unit -> onDuty(unit).stream())
                .distinct()
                .toList();
    }

    private static Stream<CareUnitId> receiving(Doorway doorway) {
        return doorway.choices().stream().map(choice -> choice.receiving().id()).distinct();
    }

    List<Staff> colleagues(CareUnitId unit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        return organisation.staffAt(unit, today).stream()
                .filter(Staff::licensed)
                .toList();
    }

    List<Staff> onDuty(CareUnitId unit) {
        var ids = roster.at(unit);
        return colleagues(unit).stream()
                .filter(staff -> ids.contains(staff.id()))
                .toList();
    }

    public @Nullable String unitName(Doorway door) {
        CareUnitId unit = door.unit();
        return unit == null ? null : organisation.unit(unit).map(CareUnit::name).orElse(null);
    }

    public @Nullable String deviceName(Doorway door) {
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
