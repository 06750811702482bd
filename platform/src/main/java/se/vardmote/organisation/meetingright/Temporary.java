package se.vardmote.organisation.meetingright;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * The right to hold digital meetings that a head of unit has given before the training is complete.
 *
 * @param name of whom it is given to, and {@code by} of who gave it, as everybody may read them
 * @param lastDay seven days with the first at most; then it has ended by itself
 * @param endedWhy taken back before that, with this reason, which the person reads; null when it was not
 */
public record Temporary(
        UUID id,
        StaffId staff,
        String name,
        CareUnitId unit,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        String by,
        Instant at,
        @Nullable String endedWhy) {

    public boolean holdsOn(LocalDate day) {
        return endedWhy == null && isFor(day);
    }

    /** Whether it was given for a day, taken back or not. */
    public boolean isFor(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
