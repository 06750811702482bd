package se.vardmote.access;

import java.util.UUID;
import se.vardmote.vocabulary.Identifier;

/** One sign-in of one member of staff, until it ends. Not a secret: the cookie is. */
public record SessionId(UUID value) implements Identifier {

    @Override
    public String toString() {
        return value.toString();
    }
}
