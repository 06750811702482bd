package se.vardmote.stories;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a state that nobody tells of. */
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Await() {}

    static void that(BooleanSupplier state) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > giveUp) throw new AssertionError("It did not come to that");
            aMoment();
        }
    }

    /** Between two looks, so that looking does not take the processor from what is looked at. */
    private static void aMoment() {
        try {
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
