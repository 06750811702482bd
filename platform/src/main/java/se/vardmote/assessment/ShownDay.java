package se.vardmote.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What "i dag" holds: the day in Sweden, but at no hour less than the twelve hours before and the one to come. So nothing that a
 * night shift has not done with is gone at midnight, and what begins at 00.10 is there when people come to it.
 *
 * @param to not included
 */
public record ShownDay(Instant from, Instant to) {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Duration BEHIND = Duration.ofHours(12);
    private static final Duration AHEAD = Duration.ofHours(1);

    public static ShownDay at(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, SWEDEN);
        Instant begins = today.atStartOfDay(SWEDEN).toInstant();
        Instant ends = today.plusDays(1).atStartOfDay(SWEDEN).toInstant();
        Instant behind = now.minus(BEHIND);
        Instant ahead = now.plus(AHEAD);
        return new ShownDay(behind.isBefore(begins) ? behind : begins, ahead.isAfter(ends) ? ahead : ends);
    }
}
