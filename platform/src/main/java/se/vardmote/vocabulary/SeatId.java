package se.vardmote.vocabulary;

import java.util.UUID;

/** The place that a person without an account holds in a call. */
public record SeatId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static SeatId next() {
        return new SeatId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static SeatId of(String text) {
        return new SeatId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
