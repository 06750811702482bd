package se.vardmote.assessment.planned;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A series of follow-ups: every so many days, so many times.
 *
 * @param every between one and the next, in days or weeks
 * @param times 1 for a call without followers
 */
public record Repetition(Period every, int times) {
    /** Half a year of weeks. */
    public static final int MOST_TIMES = 26;

    /** Half a year between two. */
    public static final int MOST_DAYS = 182;

    public static final Repetition NONE = new Repetition(Period.ofDays(1), 1);
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    public Repetition {
        if (times < 1 || times > MOST_TIMES || every.getDays() < 1 || every.getDays() > MOST_DAYS)
            throw new IllegalArgumentException("a series that nobody can mean");
    }

    /**
     * The same time of the day each time, whatever the clocks have done between. A time that does not exist on the night
     * when the clocks go forward is an hour later.
     */
    public List<Instant> from(LocalDateTime first) {
        return IntStream.range(0, times)
                .mapToObj(n -> first.plus(every.multipliedBy(n)).atZone(SWEDEN).toInstant())
                .toList();
    }
}
