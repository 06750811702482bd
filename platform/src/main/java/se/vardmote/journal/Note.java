package se.vardmote.journal;

import java.time.Instant;
import se.vardmote.vocabulary.NoteId;
import se.vardmote.vocabulary.Profession;

/**
 * A text as it was signed; never changed.
 *
 * @param version 1 is the note, higher are additions
 */
public record Note(NoteId id, int version, String text, String signedBy, Profession profession, Instant signedAt) {
    /** Characters that a note may hold. */
    public static final int LONGEST = 10_000;

    @Override
    public String toString() {
        return "Note[" + id + ", version " + version + "]";
    }
}
