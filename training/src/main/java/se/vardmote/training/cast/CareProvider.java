package se.vardmote.training.cast;

import java.util.UUID;

/**
 * A fictional care provider: the data controller that owns units and records.
 *
 * @param kind who runs it, as the product names it
 */
public record CareProvider(String hsaId, String name, String kind) {
    UUID id() {
        return FixedId.of(hsaId);
    }
}
