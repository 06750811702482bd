package se.vardmote.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R0-39, R0-40: content is kept to the end of calendar day 60 after the end, in Sweden, whatever the clocks do. */
class HowLongContentIsKeptTests {

    @Test
    void a_call_that_ended_on_10_february_2026_can_be_read_on_11_april_and_not_after() {
        KeepUntil kept = KeepUntil.from(Instant.parse("2026-02-10T14:00:00Z"));
        assertThat(kept.lastDay()).isEqualTo(LocalDate.of(2026, 4, 11));
        assertThat(kept.goneAt()).isEqualTo(Instant.parse("2026-04-11T22:00:00Z"));
    }

    /** Midnight in Sweden is 23.00 in UTC in winter, 22.00 in summer: the last minute of a day and the first of the next. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-10T22:59:59Z, 2026-04-11, 2026-04-11T22:00:00Z",
        "2026-02-10T23:00:00Z, 2026-04-12, 2026-04-12T22:00:00Z",
        // Ends in the summer, goes in the winter: one hour longer than 60 × 24.
        "2026-09-01T21:59:59Z, 2026-10-31, 2026-10-31T23:00:00Z",
        "2026-09-01T22:00:00Z, 2026-11-01, 2026-11-01T23:00:00Z",
        // Ended in the hour that comes twice, and on the night that lacks one.
        "2026-10-25T00:30:00Z, 2026-12-24, 2026-12-24T23:00:00Z",
        "2026-10-25T01:30:00Z, 2026-12-24, 2026-12-24T23:00:00Z",
        "2026-03-29T01:30:00Z, 2026-05-28, 2026-05-28T22:00:00Z",
        // The last day is itself the night of the change.
        "2026-01-28T12:00:00Z, 2026-03-29, 2026-03-29T22:00:00Z",
        "2026-08-26T12:00:00Z, 2026-10-25, 2026-10-25T23:00:00Z",
        // A leap day between.
        "2028-02-10T12:00:00Z, 2028-04-10, 2028-04-10T22:00:00Z"
    })
    void days_are_those_of_the_calendar_in_sweden(String ended, String lastDay, String gone) {
        KeepUntil kept = KeepUntil.from(Instant.parse(ended));
        assertThat(kept.lastDay()).isEqualTo(LocalDate.parse(lastDay));
        assertThat(kept.goneAt()).isEqualTo(Instant.parse(gone));
        assertThat(Instant.parse(ended).isBefore(KeepUntil.dueBefore(kept.goneAt())))
                .as("due from the first instant that it is gone")
                .isTrue();
        assertThat(Instant.parse(ended)
                        .isBefore(KeepUntil.dueBefore(kept.goneAt().minusMillis(1))))
                .as("not a moment earlier")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-10, 0, 0",
        "2026-02-11, 1, 59",
        "2026-02-16, 1, 54",
        "2026-02-17, 7, 53",
        "2026-03-11, 7, 31",
        "2026-03-12, 30, 30",
        "2026-04-05, 30, 6",
        "2026-04-06, 55, 5",
        "2026-04-11, 55, 0",
        "2026-04-12, 0, 0"
    })
    void whoever_has_not_documented_is_told_on_day_1_7_30_and_55_how_many_days_are_left(
            LocalDate today, int since, int left) {
        var warning = UndocumentedWarning.of(
                Instant.parse("2026-02-10T14:00:00Z"), today.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC));
        if (since == 0) {
            assertThat(warning).isEmpty();
        } else {
            assertThat(warning).contains(new UndocumentedWarning(since, left));
        }
    }
}
