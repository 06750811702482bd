package se.vardmote.vocabulary;

import java.util.UUID;

/** A picture taken in a call. */
public record PictureId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static PictureId next() {
        return new PictureId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static PictureId of(String text) {
        return new PictureId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
