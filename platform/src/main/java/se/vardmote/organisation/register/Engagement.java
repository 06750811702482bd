package se.vardmote.organisation.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareUnitId;

/**
 * What ties somebody to a care provider, as their page lists it.
 *
 * @param unit null for a commission without a unit
 * @param name of the commission; empty for the others
 * @param what purpose of the commission, kind of the assignment; empty for a head
 * @param validFrom null for a head: that is now or not at all
 */
public record Engagement(
        UUID id,
        Kind kind,
        @Nullable CareUnitId unit,
        @Nullable String unitName,
        String name,
        String what,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public enum Kind {
        COMMISSION,
        ASSIGNMENT,
        HEAD
    }

    /** When it holds, seen from a day. */
    public enum Tense {
        NOW,
        FUTURE,
        ENDED,
        /** Ended before it began: its last day is the one before its first. */
        NEVER
    }

    public Tense on(LocalDate day) {
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) return Tense.NEVER;
        if (validTo != null && validTo.isBefore(day)) return Tense.ENDED;
        return validFrom != null && validFrom.isAfter(day) ? Tense.FUTURE : Tense.NOW;
    }
}
