package se.vardmote.directory.stops;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.directory.Directory;
import se.vardmote.organisation.stops.PlannedStop;
import se.vardmote.organisation.stops.PlannedStops;
import se.vardmote.vocabulary.PlannedStopId;

/** An administrator announces planned stops of the own care provider, and takes them back. Each is on record before it is told. */
@Component
public class Announcing {
    private final PlannedStops stops;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    public Announcing(PlannedStops stops, Directory directory, AuditLog audit, Clock clock) {
        this.stops = stops;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    public List<PlannedStop> coming(SystemAdministrator by) {
        return stops.coming(by.careProvider());
    }

    /** @throws se.vardmote.platform.ProblemException {@code directory/no-such-unit} for another care provider's */
    public void announce(SystemAdministrator by, PlannedStop stop) {
        stop.units().forEach(unit -> directory.unit(by, unit));
        note(by, "announce", stop.id());
        stops.announce(stop, by.staff());
    }

    public void takeBack(SystemAdministrator by, PlannedStopId id) {
        note(by, "take-back", id);
        stops.takeBack(by.careProvider(), id);
    }

    private void note(SystemAdministrator by, String action, PlannedStopId id) {
        audit.record(AuditedActor.of(by)
                .on(AuditEvent.wrote(action, "planned-stop", id))
                .at(clock.instant()));
    }
}
