package se.vardmote.vocabulary;

import java.util.UUID;

/** A message that we send by SMS or e-mail. */
public record NoticeId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static NoticeId next() {
        return new NoticeId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static NoticeId of(String text) {
        return new NoticeId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
