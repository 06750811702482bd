package se.vardmote.vocabulary;

import java.util.UUID;

/** A decision to keep the content of a call beyond its time. */
public record HoldId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static HoldId next() {
        return new HoldId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static HoldId of(String text) {
        return new HoldId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
