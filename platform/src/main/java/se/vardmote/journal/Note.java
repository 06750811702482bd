package se.vardmote.journal;

import java.time.Instant;
import se.vardmote.vocabulary.NoteId;
import se.vardmote.vocabulary.Profession;

/**
 * A note as it was signed; never changed.
 *
 * @param version 1 is the first, higher ones are corrections, each with all that it then said
 * @param signedBy the name as everybody may read it now; the row keeps the one that it was signed with
 */
public record Note(NoteId id, int version, NoteText text, String signedBy, Profession profession, Instant signedAt) {
    @Override
    public String toString() {
        return "Note[" + id + ", version " + version + "]";
    }
}
