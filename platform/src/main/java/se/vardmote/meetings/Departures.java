package se.vardmote.meetings;

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

    Departures(
            Participants participants,
            Conversations conversations,
            Meetings meetings,
            ApplicationEventPublisher events) {
        this.participants = participants;
        this.conversations = conversations;
        this.meetings = meetings;
        this.events = events;
    }

    /** Somebody who waited went away before anybody answered. Told inside the transaction. */
    public record StoppedWaiting(RetentionUnitId unit) {}

    /** Those of this seat, or this member of staff, leave. Who waited has then stopped waiting. */
    @Transactional
    public void leave(RetentionUnitId unit, Attendee attendee) {
        boolean waited = participants.of(unit).stream()
                .anyMatch(person -> attendee.is(person) && person.standing() == Standing.WAITING);
        participants.move(unit, attendee, Standing.ADMITTED, Standing.LEFT);
        participants.move(unit, attendee, Standing.WAITING, Standing.LEFT);
        if (waited) events.publishEvent(new StoppedWaiting(unit));
        conversations.changed(unit);
    }

    /** Who has left a meeting that goes on is in again. */
    @Transactional
    public void comeBack(RetentionUnitId unit, Attendee attendee) {
        boolean goesOn = meetings.of(unit).map(Meeting::goesOn).orElse(false);
        if (goesOn) participants.move(unit, attendee, Standing.LEFT, Standing.ADMITTED);
    }
}
