package se.vardmote.training.cast;

import java.util.UUID;

/**
 * A fictional unit.
 *
 * @param phone E.164, from the series kept for fiction
 */
public record CareUnit(String hsaId, CareProvider careProvider, String name, String phone) {
    UUID id() {
        return FixedId.of(hsaId);
    }
}
