package se.vardmote.vocabulary;

import java.util.UUID;

/** A shared device that has been paired with a care unit. */
public record DeviceId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static DeviceId next() {
        return new DeviceId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static DeviceId of(String text) {
        return new DeviceId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
