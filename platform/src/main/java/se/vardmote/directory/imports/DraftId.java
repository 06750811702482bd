package se.vardmote.directory.imports;

import java.util.UUID;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Identifier;

/** A file that has been sent and not yet read in. */
public record DraftId(UUID value) implements Identifier {
    static DraftId next() {
        return new DraftId(CareUnitId.next().value());
    }

    /** @throws se.vardmote.vocabulary.NotAnIdentifier when {@code text} is not a UUID */
    public static DraftId of(String text) {
        return new DraftId(CareUnitId.of(text).value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
