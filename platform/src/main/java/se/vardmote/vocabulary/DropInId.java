package se.vardmote.vocabulary;

import java.util.UUID;

/** One knock on the door of an assessment call. */
public record DropInId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static DropInId next() {
        return new DropInId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static DropInId of(String text) {
        return new DropInId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
