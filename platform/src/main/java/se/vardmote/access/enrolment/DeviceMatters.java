package se.vardmote.access.enrolment;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.vardmote.access.DeviceRevoked;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Devices;
import se.vardmote.organisation.leaving.OpenMatter;
import se.vardmote.organisation.leaving.OpenMatters;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.StaffId;

/** Devices at a unit that is to close: moved to another, where they stay paired, or revoked. */
@Component
class DeviceMatters implements OpenMatters {
    private static final String CLOSED = "unit-closed";
    private final Devices devices;
    private final ApplicationEventPublisher events;

    DeviceMatters(Devices devices, ApplicationEventPublisher events) {
        this.devices = devices;
        this.events = events;
    }

    @Override
    public String word() {
        return "device";
    }

    @Override
    public To to() {
        return To.UNIT;
    }

    @Override
    public boolean mayEnd() {
        return true;
    }

    @Override
    public List<OpenMatter> at(CareUnit unit, LocalDate lastDay) {
        return devices.at(unit, MOST).stream()
                .map(device -> new OpenMatter(
                        device.id().value(),
                        unit.careProvider(),
                        unit.id(),
                        null,
                        null,
                        device.name() + ", " + device.area(),
                        null))
                .toList();
    }

    @Override
    public List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return List.of();
    }

    @Override
    public boolean handOver(OpenMatter matter, Receiver to, Act act) {
        return to.unit() != null && devices.move(matter.careProvider(), new DeviceId(matter.id()), to.unit());
    }

    @Override
    public void end(OpenMatter matter, Act act) {
        var device = new DeviceId(matter.id());
        if (devices.revoke(device, CLOSED)) events.publishEvent(new DeviceRevoked(device));
    }
}
