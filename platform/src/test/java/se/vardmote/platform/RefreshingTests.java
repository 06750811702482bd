package se.vardmote.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What changes while it is being read is read once more; an older reading is never shown after a newer. */
class RefreshingTests {
    private final AtomicInteger state = new AtomicInteger();
    private final List<Integer> shown = new CopyOnWriteArrayList<>();
    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void news_during_a_reading_is_followed_by_one_reading_more_however_much_it_was() throws Exception {
        var refreshes = new Refreshes<String>(thing -> {
            int read = state.get();
            reading.countDown();
            awaitQuietly();
            shown.add(read);
        });
        refreshes.refreshSoon("conversation");
        reading.await();
        for (int i = 0; i < 50; i++) {
            state.incrementAndGet();
            refreshes.refresh("conversation");
        }
        assertThat(shown).isEmpty();
        goOn.countDown();
        await().until(() -> shown.size() == 2);
        assertThat(shown).containsExactly(0, 50);
    }

    @Test
    void a_reading_that_fails_keeps_no_later_one_from_being_made() {
        var refreshes = new Refreshes<String>(thing -> {
            if (state.getAndIncrement() == 0) throw new IllegalStateException("the database is away");
            shown.add(state.get());
        });
        refreshes.refresh("day");
        refreshes.refresh("day");
        assertThat(shown).containsExactly(2);
    }

    private void awaitQuietly() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
