package se.vardmote.meetings.room;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets one reading run at a time for a conversation, and never loses the news that came meanwhile. */
final class Refresh {
    private static final Logger log = LoggerFactory.getLogger(Refresh.class);
    private boolean running;
    private boolean again;

    void run(Runnable work) {
        synchronized (this) {
            if (running) {
                again = true;
                return;
            }
            running = true;
        }
        do {
            quietly(work);
        } while (another());
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("A conversation could not be shown to its pages", e);
        }
    }

    private synchronized boolean another() {
        running = again;
        again = false;
        return running;
    }
}
