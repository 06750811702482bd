package se.vardmote.meetingrights;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SignIns;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.meetingright.Temporary;
import se.vardmote.organisation.meetingright.TemporaryRights;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.StaffId;

/**
 * Takes back, before its last day, what a head of unit has given for some days (R0-59): the head of that unit, or an administrator of
 * the care provider. The person is signed out there at once, as when the right itself is revoked.
 */
@Component
public class TakingDaysBack {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final TemporaryRights temporaries;
    private final SignIns signIns;
    private final AuditLog audit;
    private final Clock clock;

    public TakingDaysBack(TemporaryRights temporaries, SignIns signIns, AuditLog audit, Clock clock) {
        this.temporaries = temporaries;
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the head may take back.
     *
     * @throws ProblemException {@link MeetingRightProblem.NoSuchApplication} for one of another unit, {@link
     *     MeetingRightProblem.DecidedAlready} for one that does not hold any longer
     */
    public Temporary find(StaffMember head, UUID id) {
        Temporary one = holding(head.careProvider(), id);
        if (!one.unit().equals(head.unit())) throw new MeetingRightProblem.NoSuchApplication().asException();
        return one;
    }

    /** The same for the administrator: of the whole care provider. */
    public Temporary find(SystemAdministrator by, UUID id) {
        return holding(by.careProvider(), id);
    }

    /** @param why the person reads it */
    public void end(StaffMember head, UUID id, String why) {
        end(head, head.careProvider(), head.staff(), find(head, id), why);
    }

    /** @param why the person reads it */
    public void end(SystemAdministrator by, UUID id, String why) {
        end(by, by.careProvider(), by.staff(), find(by, id), why);
    }

    private Temporary holding(CareProviderId careProvider, UUID id) {
        Temporary one = temporaries.find(careProvider, id).orElseThrow(() -> new MeetingRightProblem.NoSuchApplication()
                .asException());
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        if (!one.holdsOn(today)) throw new MeetingRightProblem.DecidedAlready().asException();
        return one;
    }

    private void end(Actor actor, CareProviderId careProvider, StaffId by, Temporary one, String why) {
        audit.record(AuditedActor.of(actor)
                .on(AuditEvent.wrote("end-some-days", "meeting-right", one.staff()))
                .at(clock.instant()));
        if (!temporaries.end(one.id(), by, why)) throw new MeetingRightProblem.DecidedAlready().asException();
        signIns.endAt(careProvider, one.staff());
    }
}
