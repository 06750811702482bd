package se.vardmote.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Times as people in Sweden say them. */
class TellingTimeTests {
    private static final Instant NOW = Instant.parse("2026-05-12T12:26:00Z");
    private final Messages messages = new Messages(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Words swedish = messages.in(Language.SV);

    @Test
    void a_time_of_today_is_told_with_the_hour_in_stockholm() {
        assertThat(swedish.when(Instant.parse("2026-05-12T12:30:00Z"))).isEqualTo("i dag 14.30");
        assertThat(messages.in(Language.EN).when(Instant.parse("2026-05-12T12:30:00Z")))
                .isEqualTo("today 14:30");
    }

    @Test
    void the_day_changes_at_midnight_in_stockholm_and_not_in_utc() {
        assertThat(swedish.when(Instant.parse("2026-05-11T21:59:00Z"))).isEqualTo("i går 23.59");
        assertThat(swedish.when(Instant.parse("2026-05-11T22:01:00Z"))).isEqualTo("i dag 00.01");
        assertThat(swedish.when(Instant.parse("2026-05-12T22:01:00Z"))).isEqualTo("i morgon 00.01");
    }

    @Test
    void in_a_list_of_the_day_only_another_day_is_named() {
        assertThat(swedish.ofDay(Instant.parse("2026-05-11T22:01:00Z"))).isEqualTo("00.01");
        assertThat(swedish.ofDay(Instant.parse("2026-05-11T21:59:00Z"))).isEqualTo("i går 23.59");
        assertThat(swedish.ofDay(Instant.parse("2026-05-12T22:01:00Z"))).isEqualTo("i morgon 00.01");
    }

    @Test
    void another_day_is_told_with_its_name_and_another_year_with_its_number() {
        assertThat(swedish.when(Instant.parse("2026-05-04T08:00:00Z"))).isEqualTo("måndag 4 maj 10.00");
        assertThat(swedish.when(Instant.parse("2025-12-24T14:00:00Z"))).isEqualTo("onsdag 24 december 2025 15.00");
    }

    @Test
    void what_was_lately_is_told_in_minutes() {
        assertThat(swedish.ago(NOW.minusSeconds(59))).isEqualTo("nyss");
        assertThat(swedish.ago(NOW.minusSeconds(60))).isEqualTo("för 1 minut sedan");
        assertThat(swedish.ago(NOW.minusSeconds(3 * 60))).isEqualTo("för 3 minuter sedan");
        assertThat(swedish.ago(NOW.minusSeconds(3600))).isEqualTo("i dag 13.26");
    }

    @Test
    void a_clock_that_is_a_little_ahead_is_still_just_now() {
        assertThat(swedish.ago(NOW.plusSeconds(2))).isEqualTo("nyss");
        assertThat(swedish.lasted(NOW.plusSeconds(2))).isEqualTo("under 1 min");
    }

    @Test
    void lengths_are_brief() {
        assertThat(swedish.lasted(NOW.minusSeconds(4 * 60))).isEqualTo("4 min");
        assertThat(swedish.until(NOW.plusSeconds(2 * 3600))).isEqualTo("om 2 tim");
        assertThat(swedish.between(NOW, NOW.plusSeconds(125 * 60))).isEqualTo("2 tim 5 min");
        assertThat(swedish.until(NOW)).isEqualTo("nu");
    }
}
