package se.vardmote.vocabulary;

import java.util.UUID;

/** One browser or telephone line of one or more participants. */
public record ConnectionId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static ConnectionId next() {
        return new ConnectionId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static ConnectionId of(String text) {
        return new ConnectionId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
