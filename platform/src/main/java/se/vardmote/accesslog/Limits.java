package se.vardmote.accesslog;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The figures of a review, kept with it.
 *
 * @param sample readings at random
 * @param manyPatients so many opened {@code withinMinutes} are many
 * @param dayBegins before it, and from {@code dayEnds} on, is an odd hour
 */
public record Limits(int sample, int manyPatients, int withinMinutes, LocalTime dayBegins, LocalTime dayEnds) {
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    boolean byDay(Instant at) {
        LocalTime time = LocalTime.ofInstant(at, SWEDEN);
        return !time.isBefore(dayBegins) && time.isBefore(dayEnds);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
