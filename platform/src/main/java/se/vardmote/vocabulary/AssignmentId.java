package se.vardmote.vocabulary;

import java.util.UUID;

/** An assignment in social services: what one member of staff does at one unit. */
public record AssignmentId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static AssignmentId next() {
        return new AssignmentId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static AssignmentId of(String text) {
        return new AssignmentId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
