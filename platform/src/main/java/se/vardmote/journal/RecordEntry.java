package se.vardmote.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has said that a version of the note stands in the record system, or that it does not after all.
 *
 * @param version of the note
 * @param system the name of the record system; null when it was not entered after all
 */
public record RecordEntry(int version, @Nullable String system, String by, Instant at) {
    /** Characters that the name of a system may have. */
    public static final int LONGEST = 80;
}
