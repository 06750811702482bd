package se.vardmote.vocabulary;

import java.util.UUID;

/** A care provider (vårdgivare), the data controller that owns patient data. */
public record CareProviderId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static CareProviderId next() {
        return new CareProviderId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static CareProviderId of(String text) {
        return new CareProviderId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
