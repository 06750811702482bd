package se.vardmote.vocabulary;

import java.util.UUID;

/** What is kept and forgotten together under one data key: a drop-in and the meeting it became. */
public record RetentionUnitId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static RetentionUnitId next() {
        return new RetentionUnitId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static RetentionUnitId of(String text) {
        return new RetentionUnitId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
