package se.vardmote.meetings.room;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How fast one socket is listened to: what people and browsers say is heard at once, also when much is said at the same time; who says more
 * than that waits, and with them the network's own flow. Nothing is lost. For one thread at a time.
 */
final class Pace {
    /** More than a browser says when it connects anew with everything that it has not sent. */
    private static final int AT_ONCE = 200;

    private static final long EACH = Duration.ofSeconds(1).toNanos() / 20;

    private final LongSupplier nanoTime;
    private final Consumer<Duration> wait;
    /** When all that was heard would have come, had it come evenly. */
    private long heardUntil;

    Pace() {
        this(System::nanoTime, time -> LockSupport.parkNanos(time.toNanos()));
    }

    Pace(LongSupplier nanoTime, Consumer<Duration> wait) {
        this.nanoTime = nanoTime;
        this.wait = wait;
        this.heardUntil = nanoTime.getAsLong();
    }

    /** Returns when one more may be heard. */
    void next() {
        long now = nanoTime.getAsLong();
        heardUntil = Math.max(heardUntil, now) + EACH;
        long ahead = heardUntil - now - AT_ONCE * EACH;
        if (ahead > 0) wait.accept(Duration.ofNanos(ahead));
    }
}
