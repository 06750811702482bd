package se.vardmote.training.cast;

import java.util.UUID;

/** A fictional care provider: the data controller that owns units and records. */
public record CareProvider(String hsaId, String name) {
    UUID id() {
        return FixedId.of(hsaId);
    }
}
