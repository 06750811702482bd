package se.vardmote.vocabulary;

import java.util.UUID;

/** A review by the head of a unit of what its staff have read. */
public record LogReviewId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static LogReviewId next() {
        return new LogReviewId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static LogReviewId of(String text) {
        return new LogReviewId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
