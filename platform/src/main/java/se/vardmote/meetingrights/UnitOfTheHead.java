package se.vardmote.meetingrights;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.organisation.meetingright.Applications;
import se.vardmote.organisation.meetingright.MeetingPolicies;
import se.vardmote.organisation.meetingright.Temporary;
import se.vardmote.organisation.meetingright.TemporaryRights;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.organisation.qualifications.Qualifications;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.Identifier;
import se.vardmote.vocabulary.MeetingRightId;
import se.vardmote.vocabulary.StaffId;

/**
 * The head answers for the unit: sees its staff's training, gives the right to digital meetings for some days before the training
 * is complete, and says which kinds of care suit (R2-20, R2-21).
 */
@Component
public class UnitOfTheHead {
    /** So many days, the first one counted. */
    public static final int MOST_DAYS = 7;

    /** Once in this time: the way on is the training. */
    public static final int ONCE_IN_DAYS = 365;

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final Organisation organisation;
    private final Qualifications qualifications;
    private final Applications applications;
    private final TemporaryRights temporaries;
    private final MeetingPolicies policies;
    private final AuditLog audit;
    private final Clock clock;

    public UnitOfTheHead(
            Organisation organisation,
            Qualifications qualifications,
            Applications applications,
            TemporaryRights temporaries,
            MeetingPolicies policies,
            AuditLog audit,
            Clock clock) {
        this.organisation = organisation;
        this.qualifications = qualifications;
        this.applications = applications;
        this.temporaries = temporaries;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One who works at the unit.
     *
     * @param granted has the right for good
     */
    public record Line(Staff staff, List<Qualification> training, boolean granted) {
        public boolean trained(LocalDate day) {
            return training.stream().allMatch(one -> one.on(day) == Qualification.State.COMPLETED);
        }
    }

    /** Why somebody is not given some days. */
    public enum Refusal {
        /** Has the right already, or all of the training: the administrator grants it. */
        NOT_NEEDED,
        /** Has had days within a year. */
        HAD_ALREADY,
        NOT_LICENSED
    }

    /** By name; at most 200. */
    public List<Line> staff(StaffMember head) {
        List<Staff> staff = organisation.staffAt(head.unit(), today());
        List<StaffId> ids = staff.stream().map(Staff::id).toList();
        Map<StaffId, List<Qualification>> training = qualifications.of(head.careProvider(), ids);
        Set<StaffId> granted = applications.grantedAmong(head.careProvider(), ids);
        return staff.stream()
                .map(one -> new Line(one, training.getOrDefault(one.id(), List.of()), granted.contains(one.id())))
                .toList();
    }

    /** What has been given at the unit, the latest first; at most 50. */
    public List<Temporary> given(StaffMember head) {
        return temporaries.at(head.unit());
    }

    /** @throws se.vardmote.platform.ProblemException {@link MeetingRightProblem.NoSuchApplication} for one who does not work there */
    public Line person(StaffMember head, StaffId id) {
        return staff(head).stream()
                .filter(one -> one.staff().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new MeetingRightProblem.NoSuchApplication().asException());
    }

    public Optional<Refusal> refusal(StaffMember head, Line line) {
        if (!line.staff().licensed()) return Optional.of(Refusal.NOT_LICENSED);
        if (line.granted() || line.trained(today())) return Optional.of(Refusal.NOT_NEEDED);
        LocalDate longAgo = today().minusDays(ONCE_IN_DAYS);
        return temporaries
                .latestOf(head.careProvider(), line.staff().id())
                .filter(one -> one.lastDay().isAfter(longAgo))
                .map(one -> Refusal.HAD_ALREADY);
    }

    /**
     * Gives the right from today until a day, seven days at most.
     *
     * @return why not; empty when it is given
     * @throws se.vardmote.platform.ProblemException {@link MeetingRightProblem.NotYourself}
     */
    public Optional<Refusal> give(StaffMember head, StaffId id, LocalDate lastDay, String reason) {
        Line line = person(head, id);
        if (head.staff().equals(id)) throw new MeetingRightProblem.NotYourself().asException();
        Optional<Refusal> refusal = refusal(head, line);
        if (refusal.isPresent()) return refusal;
        UUID given = MeetingRightId.next().value();
        note(head, "give-some-days", id);
        temporaries.give(new TemporaryRights.Given(
                given, head.careProvider(), id, head.unit(), today(), lastDay, reason, head.staff()));
        return Optional.empty();
    }

    /** Empty when nobody has said. */
    public Optional<Set<CallReason>> suitable(StaffMember head) {
        return policies.suitableAt(head.unit());
    }

    public void keepSuitable(StaffMember head, Set<CallReason> suitable) {
        note(head, "keep-suitable-care", head.unit());
        policies.keepSuitable(head.careProvider(), head.unit(), suitable);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }

    private void note(StaffMember head, String action, Identifier about) {
        audit.record(AuditedActor.of(head)
                .on(AuditEvent.wrote(action, "meeting-right", about))
                .at(clock.instant()));
    }
}
