package se.vardmote.retention;

import com.google.crypto.tink.Aead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * Data keys in memory: at most 2,000 (twice the calls planned for at the same time), each for five minutes, so that a unit
 * forgotten by one node is unreadable on all others after that long.
 */
final class KeyCache {
    static final int MOST = 2_000;
    static final Duration LONGEST = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<RetentionUnitId, Entry> entries = new LinkedHashMap<>();

    KeyCache(Clock clock) {
        this.clock = clock;
    }

    private record Entry(Aead key, Instant until) {}

    synchronized Optional<Aead> get(RetentionUnitId unit) {
        Entry entry = entries.get(unit);
        if (entry == null || !clock.instant().isBefore(entry.until())) {
            entries.remove(unit);
            return Optional.empty();
        }
        return Optional.of(entry.key());
    }

    synchronized void put(RetentionUnitId unit, Aead key) {
        entries.remove(unit);
        if (entries.size() >= MOST) {
            // Insertion order: the first is also the one that would expire first.
            entries.remove(entries.keySet().iterator().next());
        }
        entries.put(unit, new Entry(key, clock.instant().plus(LONGEST)));
    }

    synchronized void remove(RetentionUnitId unit) {
        entries.remove(unit);
    }

    synchronized int size() {
        return entries.size();
    }
}
