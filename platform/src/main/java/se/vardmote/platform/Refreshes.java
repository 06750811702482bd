package se.vardmote.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads again what has changed and shows it: one reading at a time for each thing, so that an older one is never shown
 * after a newer, and news that comes meanwhile is followed by one reading more.
 *
 * @param <K> names the thing
 */
public final class Refreshes<K> {
    private static final Logger log = LoggerFactory.getLogger(Refreshes.class);
    private final Consumer<K> reading;
    /** Those being read now, and whether to read once more. */
    private final Map<K, Boolean> again = new HashMap<>();

    public Refreshes(Consumer<K> reading) {
        this.reading = reading;
    }

    /** Returns when it has been read, or at once when somebody reads it already: they will read it once more. */
    public void refresh(K thing) {
        synchronized (again) {
            if (again.replace(thing, true) != null) return;
            again.put(thing, false);
        }
        do {
            quietly(thing);
        } while (wantedAgain(thing));
    }

    /** The same in the background. */
    public void refreshSoon(K thing) {
        Thread.startVirtualThread(() -> refresh(thing));
    }

    private void quietly(K thing) {
        try {
            reading.accept(thing);
        } catch (RuntimeException e) {
            log.warn("What has changed could not be shown to open pages", e);
        }
    }

    private boolean wantedAgain(K thing) {
        synchronized (again) {
            if (Boolean.TRUE.equals(again.replace(thing, false))) return true;
            again.remove(thing);
            return false;
        }
    }
}
