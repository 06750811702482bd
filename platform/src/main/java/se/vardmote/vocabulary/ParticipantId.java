package se.vardmote.vocabulary;

import java.util.UUID;

/** A person in a meeting. */
public record ParticipantId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static ParticipantId next() {
        return new ParticipantId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static ParticipantId of(String text) {
        return new ParticipantId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
