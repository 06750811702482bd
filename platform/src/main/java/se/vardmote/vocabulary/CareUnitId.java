package se.vardmote.vocabulary;

import java.util.UUID;

/** A care unit (vårdenhet) of a care provider. */
public record CareUnitId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static CareUnitId next() {
        return new CareUnitId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static CareUnitId of(String text) {
        return new CareUnitId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
