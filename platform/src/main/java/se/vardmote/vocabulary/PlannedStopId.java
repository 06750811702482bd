package se.vardmote.vocabulary;

import java.util.UUID;

/** A planned stop that is announced. */
public record PlannedStopId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static PlannedStopId next() {
        return new PlannedStopId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static PlannedStopId of(String text) {
        return new PlannedStopId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
