package se.vardmote.meetingrights;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.meetingright.Application;
import se.vardmote.organisation.meetingright.Applications;
import se.vardmote.organisation.meetingright.MeetingPolicies;
import se.vardmote.organisation.meetingright.MeetingPolicy;
import se.vardmote.organisation.meetingright.Temporary;
import se.vardmote.organisation.meetingright.TemporaryRights;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.organisation.qualifications.Qualifications;
import se.vardmote.vocabulary.MeetingRightId;

/** A professional sees how it stands with the right to hold digital meetings, and applies for it (R0-59). */
@Component
public class Applying {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final Applications applications;
    private final TemporaryRights temporaries;
    private final MeetingPolicies policies;
    private final Qualifications qualifications;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public Applying(
            Applications applications,
            TemporaryRights temporaries,
            MeetingPolicies policies,
            Qualifications qualifications,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.applications = applications;
        this.temporaries = temporaries;
        this.policies = policies;
        this.qualifications = qualifications;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * How it stands with somebody at the care provider that they are signed in at.
     *
     * @param latest application, whatever became of it; null before the first
     * @param temporary given by a head for today, taken back or not; null for none
     * @param routineRead the version of the routine for remote work that counts now has been read, or there is none
     */
    public record Standing(
            MeetingPolicy policy,
            LocalDate today,
            @Nullable Application latest,
            @Nullable Temporary temporary,
            List<Qualification> training,
            boolean routineRead) {

        /** There is something to apply for: neither granted nor waiting. */
        public boolean mayApply() {
            return policy.rightFrom() != null
                    && (latest == null
                            || latest.state() == Application.State.REJECTED
                            || latest.state() == Application.State.REVOKED);
        }
    }

    public Standing of(StaffMember staff) {
        LocalDate today = today();
        MeetingPolicy policy = policies.of(staff.careProvider());
        return new Standing(
                policy,
                today,
                applications.latestOf(staff.careProvider(), staff.staff()).orElse(null),
                temporaries
                        .latestOf(staff.careProvider(), staff.staff())
                        .filter(one -> one.isFor(today))
                        .orElse(null),
                qualifications.of(staff.careProvider(), staff.staff()),
                Optional.ofNullable(policy.routine())
                        .map(routine -> policies.hasRead(staff.careProvider(), staff.staff(), routine.version()))
                        .orElse(true));
    }

    /** The version that counts now has been read (R2-22). */
    public void readRoutine(StaffMember staff) {
        MeetingPolicy.Routine routine = policies.of(staff.careProvider()).routine();
        if (routine == null) return;
        note(staff, "read-routine", null);
        policies.read(staff.careProvider(), staff.staff(), routine.version());
    }

    /**
     * Applies in the commission that the person is signed in with. One that waits or is granted already stays as it is.
     *
     * @throws se.vardmote.platform.ProblemException {@link MeetingRightProblem.LicenceNeeded}
     */
    public void apply(StaffMember staff) {
        if (!staff.licensed()) throw new MeetingRightProblem.LicenceNeeded().asException();
        if (!of(staff).mayApply()) return;
        MeetingRightId id = MeetingRightId.next();
        note(staff, "apply", id);
        try {
            transactions.executeWithoutResult(running ->
                    applications.submit(id, staff.careProvider(), staff.staff(), staff.unit(), staff.commission()));
        } catch (DuplicateKeyException twice) {
            // Pressed in two windows: one application is what was meant.
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }

    private void note(StaffMember staff, String action, @Nullable MeetingRightId id) {
        audit.record(AuditedActor.of(staff)
                .on(AuditEvent.wrote(action, "meeting-right", id == null ? staff.staff() : id))
                .at(clock.instant()));
    }
}
