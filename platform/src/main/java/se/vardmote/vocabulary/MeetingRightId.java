package se.vardmote.vocabulary;

import java.util.UUID;

/** One application for the right to hold digital meetings. */
public record MeetingRightId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static MeetingRightId next() {
        return new MeetingRightId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static MeetingRightId of(String text) {
        return new MeetingRightId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
