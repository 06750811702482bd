package se.vardmote.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class TellingTheTimeTests {
    /** PostgreSQL rounds what is finer, also upwards: what began now would not have begun yet. */
    @Test
    void the_time_is_no_finer_than_the_database_keeps_it() {
        Clock clock = new DatabaseConfiguration().clock();
        for (int i = 0; i < 1_000; i++) {
            Instant now = clock.instant();
            assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
        }
    }
}
