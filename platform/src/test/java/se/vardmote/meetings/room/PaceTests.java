package se.vardmote.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Issue 4: what one page says is bounded, so that nobody fills the log or the disk from a lobby. */
class PaceTests {
    private final List<Duration> waits = new ArrayList<>();
    private long now;
    private final Pace pace = new Pace(() -> now, this::wait);

    @Test
    void what_is_said_at_once_when_a_page_comes_back_is_heard_at_once() {
        hear(200);
        assertThat(waits).isEmpty();
    }

    @Test
    void who_says_more_is_heard_twenty_times_a_second_and_loses_nothing() {
        hear(300);
        assertThat(waits).hasSize(100).containsOnly(Duration.ofMillis(50));
    }

    @Test
    void who_was_silent_for_a_while_may_say_as_much_again() {
        hear(300);
        waits.clear();
        now += Duration.ofSeconds(10).toNanos();
        hear(200);
        assertThat(waits).isEmpty();
        hear(1);
        assertThat(waits).hasSize(1);
    }

    private void hear(int times) {
        for (int i = 0; i < times; i++) pace.next();
    }

    private void wait(Duration time) {
        waits.add(time);
        now += time.toNanos();
    }
}
