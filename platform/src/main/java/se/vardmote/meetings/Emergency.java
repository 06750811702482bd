package se.vardmote.meetings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.ParticipantId;

/**
 * Somebody in the room has pressed "Akut".
 *
 * @param id chosen by the page that pressed: the same id is the same press
 * @param closedBy who said that it was none; null while it stands
 */
public record Emergency(
        UUID id,
        ParticipantId by,
        Instant at,
        @Nullable ParticipantId closedBy,
        @Nullable Instant closedAt) {

    public boolean stands() {
        return closedAt == null;
    }
}
