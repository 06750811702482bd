package se.vardmote.vocabulary;

import java.util.UUID;

/** One statement of why somebody without a relation of care needs to read. */
public record StatedGroundId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static StatedGroundId next() {
        return new StatedGroundId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static StatedGroundId of(String text) {
        return new StatedGroundId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
