package se.vardmote.training.cast;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fictional unit.
 *
 * @param phone E.164, from the series kept for fiction
 * @param images what the unit has decided about pictures of patients; null where nobody has
 */
public record CareUnit(
        String hsaId,
        CareProvider careProvider,
        String name,
        String phone,
        @Nullable Images images) {
    /** The unit's image routine in its own words, and whether pictures are saved with the note. */
    public record Images(String routine, boolean saved) {}

    UUID id() {
        return FixedId.of(hsaId);
    }
}
