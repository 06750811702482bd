package se.vardmote.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * A meeting between people.
 *
 * @param unit the care unit that holds it
 * @param conversation its retention unit: people, texts and connections hang there
 * @param chair who may end it for all
 * @param endedAt null while it goes on
 * @param parkedAt since when its chair is away from the picture; null while nobody has parked it
 */
public record Meeting(
        MeetingId id,
        CareProviderId careProvider,
        CareUnitId unit,
        RetentionUnitId conversation,
        Kind kind,
        StaffId chair,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable Instant parkedAt) {

    /** What it is about; what differs between them comes from the module that plans. */
    public enum Kind {
        ASSESSMENT,
        CARE_VISIT,
        STANDING_SLOT,
        CARE_PLANNING,
        HEALTH_TALK
    }

    /** Why it ended. */
    public enum EndCause {
        BY_CHAIR,
        EMPTY,
        NOBODY_LICENSED,
        TOO_LONG
    }

    public boolean goesOn() {
        return endedAt == null;
    }

    public boolean parked() {
        return goesOn() && parkedAt != null;
    }
}
