package se.vardmote.training.cast;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fictional unit.
 *
 * @param phone E.164, from the series kept for fiction
 * @param receiver the unit where this unit's calls arrive; null for a unit that itself receives
 */
public record CareUnit(
        String hsaId,
        CareProvider careProvider,
        String name,
        String phone,
        @Nullable CareUnit receiver) {
    UUID id() {
        return FixedId.of(hsaId);
    }
}
