package se.vardmote.vocabulary;

import java.util.UUID;

/** A commission (medarbetaruppdrag): what one member of staff may do at one unit. */
public record CommissionId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static CommissionId next() {
        return new CommissionId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static CommissionId of(String text) {
        return new CommissionId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
