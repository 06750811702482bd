package se.vardmote.vocabulary;

import java.util.UUID;

/** The place that a person without an account holds in a call. */
public record SeatId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static SeatId next() {
        return new SeatId(TimeOrdered.next());
    }

    /** @throws IllegalArgumentException when {@code text} is not a UUID; the message does not repeat it */
    public static SeatId of(String text) {
        return new SeatId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
