package se.vardmote.vocabulary;

import java.util.UUID;

/** An assessment call that is agreed on. */
public record PlannedCallId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static PlannedCallId next() {
        return new PlannedCallId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static PlannedCallId of(String text) {
        return new PlannedCallId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
