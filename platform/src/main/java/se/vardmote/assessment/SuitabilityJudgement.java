package se.vardmote.assessment;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.Lobby;
import se.vardmote.meetings.Meeting;
import se.vardmote.platform.News;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.MeetingId;

/**
 * The judgement that a licensed professional always makes first (R0-14): video, home visit or another way (R0-15).
 * Judging that video fits and letting in are one act.
 */
@Component
public class SuitabilityJudgement {
    private final DropIns dropIns;
    private final Answering answering;
    private final Lobby lobby;
    private final AuditLog audit;
    private final News news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public SuitabilityJudgement(
            DropIns dropIns,
            Answering answering,
            Lobby lobby,
            AuditLog audit,
            News news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dropIns = dropIns;
        this.answering = answering;
        this.lobby = lobby;
        this.audit = audit;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /** That the patient knows, or why they could not be told (R0-19). */
    public record PatientInformed(DropIn.Informed informed, String why) {
        @Override
        public String toString() {
            return "PatientInformed[" + informed + "]";
        }
    }

    /** A no, with the way forward: {@code outcome} is not {@code DIGITAL}. */
    public record Instead(DropIn.Outcome outcome, String reasonCode, String message) {
        public Instead {
            if (outcome == DropIn.Outcome.DIGITAL) throw new IllegalArgumentException("not a no");
        }

        @Override
        public String toString() {
            return "Instead[" + outcome + "]";
        }
    }

    /**
     * Suitable for video: the conversation becomes a meeting with the professional as chair.
     *
     * @throws se.vardmote.platform.ProblemException {@code assessment/licence-needed}, {@code assessment/no-such-drop-in},
     *     {@code assessment/already-judged} with who was first, {@code assessment/stopped-waiting}
     */
    @Transactional
    public MeetingId admit(StaffMember by, DropInId id, PatientInformed informed) {
        DropIn dropIn = waiting(by, id, "admit");
        var host = new Lobby.Host(by.careProvider(), by.unit(), by.staff(), by.name(), by.profession());
        // The row is taken before the room is opened: the one who comes second opens nothing.
        MeetingId meeting = MeetingId.next();
        var judgement = new DropIn.Judgement(
                DropIn.Outcome.DIGITAL,
                by.staff(),
                by.name(),
                clock.instant(),
                informed.informed(),
                informed.why(),
                null,
                "",
                meeting);
        Optional<DropIn.Judgement> earlier = settle(dropIn, judgement);
        if (earlier.isPresent()) return Objects.requireNonNull(earlier.get().meeting());
        lobby.admit(meeting, dropIn.conversation(), Meeting.Kind.ASSESSMENT, host);
        tell(dropIn, judgement);
        return meeting;
    }

    /** Home visit or another way: the one who waits reads why and what happens now; no room is opened. */
    @Transactional
    public DropIn turnAway(StaffMember by, DropInId id, Instead instead) {
        DropIn dropIn = waiting(by, id, "turn-away");
        var judgement = new DropIn.Judgement(
                instead.outcome(),
                by.staff(),
                by.name(),
                clock.instant(),
                null,
                "",
                instead.reasonCode(),
                instead.message(),
                null);
        if (settle(dropIn, judgement).isPresent()) return dropIn;
        lobby.turnAway(dropIn.conversation());
        tell(dropIn, judgement);
        return dropIn;
    }

    /** The drop-in at the professional's own unit, with the attempt audited whatever comes of it. */
    private DropIn waiting(StaffMember by, DropInId id, String action) {
        if (!by.professional()) throw new AssessmentProblem.LicenceNeeded().asException();
        DropIn dropIn = dropIns.find(by.careProvider(), id)
                .filter(found -> answering.mayAnswer(by, found.receivingUnit(), id))
                .orElseThrow(() -> new AssessmentProblem.NoSuchDropIn().asException());
        audit.record(AuditEvent.wrote(action, "drop-in", id)
                .by(ActorKind.STAFF, by.staff(), by.name())
                .under(by.commission())
                .of(dropIn.careProvider(), by.unit())
                .about(dropIn.client())
                .at(clock.instant()));
        return dropIn;
    }

    /**
     * Empty when this is the judgement. Whoever judges the same again, as when the first answer was lost on the way, gets
     * what they did before.
     */
    private Optional<DropIn.Judgement> settle(DropIn dropIn, DropIn.Judgement judgement) {
        if (dropIns.judge(dropIn, judgement)) return Optional.empty();
        DropIn.Judgement first = dropIns.find(dropIn.careProvider(), dropIn.id())
                .map(DropIn::judgement)
                .orElseThrow(() -> new AssessmentProblem.StoppedWaiting().asException());
        boolean same = first.by().equals(judgement.by()) && first.outcome() == judgement.outcome();
        if (!same) throw new AssessmentProblem.AlreadyJudged(first.byName()).asException();
        return Optional.of(first);
    }

    private void tell(DropIn dropIn, DropIn.Judgement judgement) {
        news.tell(DropInRoom.TOPIC, dropIn.receivingUnit().toString());
        events.publishEvent(new Judged(dropIn.id(), dropIn.conversation(), judgement.outcome(), judgement.at()));
    }
}
