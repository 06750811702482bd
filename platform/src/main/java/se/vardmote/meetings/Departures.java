package se.vardmote.meetings;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.vocabulary.RetentionUnitId;

/** Leaving and coming back, while the conversation is open. */
@Component
public class Departures {
    private final Participants participants;
    private final Conversations conversations;
    private final Meetings meetings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Departures(
            Participants participants,
            Conversations conversations,
            Meetings meetings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.participants = participants;
        this.conversations = conversations;
        this.meetings = meetings;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody who waited went away before anybody answered. Told inside the transaction. */
    public record StoppedWaiting(RetentionUnitId unit) {}

    /**
     * Those of this seat, or this member of staff, leave. Who waited has then stopped waiting; when nobody waits any
     * longer the conversation closes, so that its room goes and what counts from its end starts.
     */
    @Transactional
    public void leave(RetentionUnitId unit, Attendee attendee) {
        boolean waited = participants.of(unit).stream()
                .anyMatch(person -> attendee.is(person) && person.standing() == Standing.WAITING);
        participants.move(unit, attendee, Standing.ADMITTED, Standing.LEFT);
        participants.move(unit, attendee, Standing.WAITING, Standing.LEFT);
        // Others may wait still, each at a seat of their own; and who comes late and goes again ends no meeting.
        if (waited && nobodyWaits(unit) && meetings.of(unit).isEmpty()) {
            events.publishEvent(new StoppedWaiting(unit));
            conversations.close(unit, clock.instant());
        }
        conversations.changed(unit);
    }

    private boolean nobodyWaits(RetentionUnitId unit) {
        return participants.of(unit).stream().noneMatch(person -> person.standing() == Standing.WAITING);
    }

    /** Who has left a meeting that goes on is in again, or waits again if they never were. */
    @Transactional
    public void comeBack(RetentionUnitId unit, Attendee attendee) {
        boolean goesOn = meetings.of(unit).map(Meeting::goesOn).orElse(false);
        if (goesOn) participants.comeBack(unit, attendee);
    }
}
