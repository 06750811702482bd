package se.vardmote.media;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what it is handed one thing after the other, on a virtual thread that lives only while there is something to do. */
final class Mailbox {
    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean working;

    void post(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (working) return;
            working = true;
        }
        Thread.startVirtualThread(this::work);
    }

    /** Nothing to do and nothing being done. */
    boolean isIdle() {
        synchronized (waiting) {
            return !working;
        }
    }

    private void work() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.warn("A step in a media room failed", e);
            }
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            Runnable task = waiting.poll();
            if (task == null) working = false;
            return task;
        }
    }
}
