package se.vardmote.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * How long content is kept: to the end of day 60 after the end, calendar days in Sweden whatever the clocks do (R0-39,
 * R0-40). A call that ended on 10 February 2026 can be read on 11 April and not on the 12th.
 *
 * @param lastDay the last day on which it can be read
 */
public record KeepUntil(LocalDate lastDay) {
    public static final int DAYS = 60;
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** @param end when the call ended; of one never held, its last change of state */
    public static KeepUntil from(Instant end) {
        return new KeepUntil(day(end).plusDays(DAYS));
    }

    /** What counts from before this instant has had its time. */
    static Instant dueBefore(Instant now) {
        return day(now).minusDays(DAYS).atStartOfDay(SWEDEN).toInstant();
    }

    /** The first instant at which it is gone. */
    public Instant goneAt() {
        return lastDay.plusDays(1).atStartOfDay(SWEDEN).toInstant();
    }

    /** Days that are left, today not counted: 0 on the last day, negative afterwards. */
    public int daysLeft(Instant now) {
        return (int) ChronoUnit.DAYS.between(day(now), lastDay);
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SWEDEN);
    }
}
