package se.vardmote.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call that is not documented loses its content all the same. Whoever has it to document is told on day 1, 7, 30 and 55,
 * and from each of these days on in stronger words.
 *
 * @param sinceDay the latest of these days
 * @param daysLeft days on which the content can still be read, today not counted
 */
public record UndocumentedWarning(int sinceDay, int daysLeft) {
    private static final List<Integer> DAYS = List.of(55, 30, 7, 1);

    /** Empty on the day of the call itself, and when the content is gone. */
    public static Optional<UndocumentedWarning> of(Instant endedAt, Instant now) {
        int left = KeepUntil.from(endedAt).daysLeft(now);
        if (left < 0) return Optional.empty();
        return DAYS.stream()
                .filter(day -> KeepUntil.DAYS - left >= day)
                .findFirst()
                .map(day -> new UndocumentedWarning(day, left));
    }
}
