package se.vardmote.vocabulary;

import java.util.UUID;

/** That a patient has blocked data, from when it was set until it was lifted. */
public record BlockId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static BlockId next() {
        return new BlockId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static BlockId of(String text) {
        return new BlockId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
