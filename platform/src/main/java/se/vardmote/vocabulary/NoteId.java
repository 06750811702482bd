package se.vardmote.vocabulary;

import java.util.UUID;

/** A note. */
public record NoteId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static NoteId next() {
        return new NoteId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static NoteId of(String text) {
        return new NoteId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
