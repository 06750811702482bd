package se.vardmote.vocabulary;

import java.util.UUID;

/** A care unit (vårdenhet) of a care provider. */
public record CareUnitId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static CareUnitId next() {
        return new CareUnitId(TimeOrdered.next());
    }

    /** @throws IllegalArgumentException when {@code text} is not a UUID; the message does not repeat it */
    public static CareUnitId of(String text) {
        return new CareUnitId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
