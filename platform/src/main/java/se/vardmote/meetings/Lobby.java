package se.vardmote.meetings;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * Where those who wait become participants or are turned away. Whether they may is decided by the module that knows
 * why they wait; two at once must be told apart there, in the same transaction.
 */
@Component
public class Lobby {
    /** So long a page that was turned away, or loads again, can still show the answer. */
    private static final Duration TIME_TO_READ_A_NO = Duration.ofMinutes(30);

    private final Meetings meetings;
    private final Conversations conversations;
    private final Participants participants;
    private final RunningCalls running;
    private final Clock clock;

    Lobby(
            Meetings meetings,
            Conversations conversations,
            Participants participants,
            RunningCalls running,
            Clock clock) {
        this.meetings = meetings;
        this.conversations = conversations;
        this.participants = participants;
        this.running = running;
        this.clock = clock;
    }

    /** The licensed professional who lets in, and becomes the chair. */
    public record Host(
            CareProviderId careProvider, CareUnitId unit, StaffId staff, String name, Profession profession) {}

    /**
     * Everybody who waits in the conversation is let in, and it becomes a meeting.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/call-running} while the host is in another call
     */
    @Transactional
    public void admit(MeetingId id, RetentionUnitId conversation, Meeting.Kind kind, Host host) {
        running.requireNone(host.staff(), null);
        var meeting = new Meeting(
                id, host.careProvider(), host.unit(), conversation, kind, host.staff(), clock.instant(), null, null);
        meetings.open(meeting);
        participants.moveAll(conversation, Standing.WAITING, Standing.ADMITTED);
        participants.add(
                conversation,
                host.careProvider(),
                Participant.professional(host.staff(), host.name(), host.profession()));
        conversations.changed(conversation);
    }

    /**
     * Somebody who has come while the meeting goes on is let in, with whoever shares the seat. Again does nothing.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/not-open}, {@code meetings/not-the-chair}
     */
    @Transactional
    public void letIn(MeetingId id, StaffId by, ParticipantId person) {
        Meeting meeting = meetings.locked(id).orElseThrow(() -> new MeetingProblem.NotOpen().asException());
        if (!meeting.chair().equals(by)) throw new MeetingProblem.NotTheChair().asException();
        if (participants.admit(meeting.conversation(), person)) conversations.changed(meeting.conversation());
    }

    /** Everybody who waits is told no, and the conversation closes without ever having been a meeting. */
    @Transactional
    public void turnAway(RetentionUnitId conversation) {
        participants.moveAll(conversation, Standing.WAITING, Standing.REFUSED);
        conversations.close(conversation, clock.instant().plus(TIME_TO_READ_A_NO));
    }
}
