package se.vardmote.vocabulary;

import java.util.UUID;

/** A mark that a note stands in the record system, or does not. */
public record RecordEntryId(UUID value) implements Identifier {

    /** A new identifier, later in order than those made before. */
    public static RecordEntryId next() {
        return new RecordEntryId(TimeOrdered.next());
    }

    /** @throws NotAnIdentifier when {@code text} is not a UUID */
    public static RecordEntryId of(String text) {
        return new RecordEntryId(TimeOrdered.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
