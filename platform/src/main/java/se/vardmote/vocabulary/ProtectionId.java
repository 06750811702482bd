package se.vardmote.vocabulary;

import java.util.UUID;

/** That somebody has protected personal data, from when it was marked until two have taken it away. */
public record ProtectionId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static ProtectionId next() {
        return new ProtectionId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static ProtectionId of(String text) {
        return new ProtectionId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
