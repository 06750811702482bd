package se.vardmote.vocabulary;

import java.util.UUID;

/** A meeting. */
public record MeetingId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static MeetingId next() {
        return new MeetingId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static MeetingId of(String text) {
        return new MeetingId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
