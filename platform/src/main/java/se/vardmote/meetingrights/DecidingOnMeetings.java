package se.vardmote.meetingrights;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.meetingright.MeetingPolicies;
import se.vardmote.organisation.meetingright.MeetingPolicy;

/** The system administrator says what the care provider asks of digital meetings, on record. */
@Component
public class DecidingOnMeetings {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final MeetingPolicies policies;
    private final AuditLog audit;
    private final Clock clock;

    public DecidingOnMeetings(MeetingPolicies policies, AuditLog audit, Clock clock) {
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    public MeetingPolicy of(SystemAdministrator by) {
        return policies.of(by.careProvider());
    }

    /** How many licensed staff would not get in if the right were asked for today. */
    public int withoutRight(SystemAdministrator by) {
        return policies.withoutRight(by.careProvider(), today());
    }

    public void keep(SystemAdministrator by, MeetingPolicy policy) {
        audit.record(AuditedActor.of(by)
                .on(AuditEvent.wrote("keep-meeting-policy", "care-provider", by.careProvider()))
                .at(clock.instant()));
        policies.keep(by.careProvider(), policy);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }
}
