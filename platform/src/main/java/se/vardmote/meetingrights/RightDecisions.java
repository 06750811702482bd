package se.vardmote.meetingrights;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SignIns;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.meetingright.Application;
import se.vardmote.organisation.meetingright.Application.State;
import se.vardmote.organisation.meetingright.Applications;
import se.vardmote.organisation.meetingright.Temporary;
import se.vardmote.organisation.meetingright.TemporaryRights;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.organisation.qualifications.Qualifications;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.Identifier;
import se.vardmote.vocabulary.MeetingRightId;
import se.vardmote.vocabulary.StaffId;

/**
 * The system administrator decides on applications of the own care provider (R0-58). Nobody is granted the right without recorded
 * training (R2-21), and nobody decides about themselves.
 */
@Component
public class RightDecisions {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final Applications applications;
    private final TemporaryRights temporaries;
    private final Qualifications qualifications;
    private final SignIns signIns;
    private final AuditLog audit;
    private final Clock clock;

    public RightDecisions(
            Applications applications,
            TemporaryRights temporaries,
            Qualifications qualifications,
            SignIns signIns,
            AuditLog audit,
            Clock clock) {
        this.applications = applications;
        this.temporaries = temporaries;
        this.qualifications = qualifications;
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of applications in one state, each with what its applicant lacks in training today. */
    public record Listed(List<Line> lines, boolean more) {
        /** One of them. */
        public record Line(Application application, List<Qualification.Kind> missing) {}
    }

    public Listed list(SystemAdministrator by, State state, @Nullable MeetingRightId after) {
        Applications.Page page = applications.in(by.careProvider(), state, after);
        Map<StaffId, List<Qualification>> training = qualifications.of(
                by.careProvider(), page.lines().stream().map(Application::staff).toList());
        return new Listed(
                page.lines().stream()
                        .map(one -> new Listed.Line(one, missing(training.getOrDefault(one.staff(), List.of()))))
                        .toList(),
                page.more());
    }

    /** What heads of units have given that holds today; at most 50. */
    public List<Temporary> temporary(SystemAdministrator by) {
        return temporaries.holdingAt(by.careProvider(), today());
    }

    public Application find(SystemAdministrator by, MeetingRightId id) {
        return applications.find(by.careProvider(), id).orElseThrow(() -> new MeetingRightProblem.NoSuchApplication()
                .asException());
    }

    public List<Qualification> training(SystemAdministrator by, Application application) {
        return qualifications.of(by.careProvider(), application.staff());
    }

    /**
     * Grants the right for as long as it is not revoked.
     *
     * @return what training is missing; when anything is, nothing has been granted
     * @throws ProblemException {@link MeetingRightProblem.DecidedAlready}, {@link MeetingRightProblem.NotYourself}
     */
    public List<Qualification.Kind> grant(SystemAdministrator by, MeetingRightId id, String words) {
        Application application = others(by, id);
        List<Qualification.Kind> missing = qualifications.missing(by.careProvider(), application.staff(), today());
        if (!missing.isEmpty()) return missing;
        note(by, "grant", id);
        if (!applications.decide(id, State.GRANTED, by.staff(), words.isBlank() ? null : words))
            throw new MeetingRightProblem.DecidedAlready().asException();
        return List.of();
    }

    /** @param reason the applicant reads it */
    public void reject(SystemAdministrator by, MeetingRightId id, String reason) {
        others(by, id);
        note(by, "reject", id);
        if (!applications.decide(id, State.REJECTED, by.staff(), reason))
            throw new MeetingRightProblem.DecidedAlready().asException();
    }

    /**
     * Takes the right back, and what a head has given besides. The person is signed out at the care provider at once: what is
     * open, a call too, closes.
     *
     * @param why the person reads it
     */
    public void revoke(SystemAdministrator by, MeetingRightId id, String why) {
        Application application = others(by, id);
        note(by, "revoke", id);
        if (!applications.revoke(id, by.staff(), why)) throw new MeetingRightProblem.DecidedAlready().asException();
        temporaries.endAll(by.careProvider(), application.staff(), by.staff(), why);
        signIns.endAt(by.careProvider(), application.staff());
    }

    private Application others(SystemAdministrator by, MeetingRightId id) {
        Application application = find(by, id);
        if (application.staff().equals(by.staff())) throw new MeetingRightProblem.NotYourself().asException();
        return application;
    }

    private List<Qualification.Kind> missing(List<Qualification> training) {
        return training.stream()
                .filter(one -> one.on(today()) != Qualification.State.COMPLETED)
                .map(Qualification::kind)
                .toList();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }

    private void note(SystemAdministrator by, String action, Identifier id) {
        audit.record(AuditedActor.of(by)
                .on(AuditEvent.wrote(action, "meeting-right", id))
                .at(clock.instant()));
    }
}
