package se.vardmote.vocabulary;

import java.util.UUID;

/** A patient or client, as one care provider knows this person. */
public record ClientId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static ClientId next() {
        return new ClientId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static ClientId of(String text) {
        return new ClientId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
