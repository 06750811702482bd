package se.vardmote.vocabulary;

import java.util.UUID;

/** A link by which a patient or a relative comes to a meeting. */
public record GuestLinkId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static GuestLinkId next() {
        return new GuestLinkId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static GuestLinkId of(String text) {
        return new GuestLinkId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
