package se.vardmote.vocabulary;

import java.util.UUID;

/** A duty to document a meeting. */
public record DutyId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static DutyId next() {
        return new DutyId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static DutyId of(String text) {
        return new DutyId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
