package se.vardmote.media;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one link to Janus: connects, feels its pulse, keeps its sessions alive, and connects again when it is gone. A
 * Janus that is there but does not answer several times in a row counts as dead.
 */
final class JanusLifeline implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(JanusLifeline.class);
    private static final Duration PULSE = Duration.ofSeconds(2);
    private static final Duration PULSE_LIMIT = Duration.ofSeconds(1);
    private static final int MISSES = 3;
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(25);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(25);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(2);
    private static final Duration UNREACHABLE = Duration.ofSeconds(5);
    private final JanusServer server;
    private final Consumer<JanusLink> lost;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong losses = new AtomicLong();
    private final Thread keeper;
    private volatile CompletableFuture<JanusLink> current = new CompletableFuture<>();
    private volatile long downSince = System.nanoTime();

    /** @param lost told of every link that broke, before the next one is there */
    JanusLifeline(JanusServer server, Consumer<JanusLink> lost) {
        this.server = server;
        this.lost = lost;
        this.keeper = Thread.ofVirtual().name("janus lifeline").start(this::keep);
    }

    /** Waits for it, through any number of restarts. @throws JanusProblem when we are closing */
    JanusLink link() {
        try {
            return current.join();
        } catch (CompletionException e) {
            throw new JanusProblem(JanusProblem.GONE, "closing");
        }
    }

    /** The link, when there is one now. */
    Optional<JanusLink> linkIfUp() {
        return current.isCompletedExceptionally() ? Optional.empty() : Optional.ofNullable(current.getNow(null));
    }

    /** How many links have broken. */
    long losses() {
        return losses.get();
    }

    /** There is none, and that for some seconds. */
    boolean isDown() {
        return !current.isDone() && System.nanoTime() - downSince > UNREACHABLE.toNanos();
    }

    @Override
    public void close() {
        closing.countDown();
        keeper.interrupt();
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        current.completeExceptionally(new JanusProblem(JanusProblem.GONE, "closing"));
    }

    private void keep() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var client = HttpClient.newBuilder().executor(threads).build()) {
            Duration pause = FIRST_PAUSE;
            while (!closed(pause)) pause = lived(client) ? FIRST_PAUSE : longer(pause);
            client.shutdownNow();
        }
    }

    /** A restart takes a tenth of a second or two: only what stays away longer is asked for less often. */
    private Duration longer(Duration pause) {
        if (isDown()) return LONG_PAUSE;
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(SHORT_PAUSE) > 0 ? SHORT_PAUSE : doubled;
    }

    /** One link from its first to its last moment; false when there was none. */
    private boolean lived(HttpClient client) {
        JanusLink link;
        try {
            link = JanusLink.open(server.address(), client);
        } catch (CompletionException e) {
            if (isDown() && server.availability() == Availability.AVAILABLE) hung("cannot be reached");
            return false;
        }
        current.complete(link);
        watch(link);
        current = new CompletableFuture<>();
        downSince = System.nanoTime();
        if (closing.getCount() > 0) {
            losses.incrementAndGet();
            lost.accept(link);
        }
        return true;
    }

    private void watch(JanusLink link) {
        int misses = 0;
        long kept = System.nanoTime();
        while (!ended(link, misses == 0 ? PULSE : Duration.ZERO)) {
            misses = answers(link) ? 0 : misses + 1;
            if (misses == MISSES) hung("has not answered " + MISSES + " times");
            if (misses >= MISSES) break;
            if (System.nanoTime() - kept < KEEP_ALIVE.toNanos()) continue;
            link.keepSessionsAlive();
            kept = System.nanoTime();
        }
        link.cut();
    }

    private void hung(String how) {
        log.warn("Janus {}", how);
        server.hung();
    }

    private static boolean answers(JanusLink link) {
        try {
            link.ask(link.message("ping"), PULSE_LIMIT);
            return true;
        } catch (JanusProblem e) {
            return false;
        }
    }

    private static boolean ended(JanusLink link, Duration wait) {
        try {
            link.ended().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean closed(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
