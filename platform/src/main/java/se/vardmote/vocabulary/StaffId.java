package se.vardmote.vocabulary;

import java.util.UUID;

/** A member of staff, across all commissions. */
public record StaffId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static StaffId next() {
        return new StaffId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static StaffId of(String text) {
        return new StaffId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
