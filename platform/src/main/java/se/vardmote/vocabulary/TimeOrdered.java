package se.vardmote.vocabulary;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, 12 bits that count within the millisecond, 62 random bits.
 * The only place that reads the time without a {@code Clock}: the time in an identifier orders rows and means nothing.
 */
final class TimeOrdered {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();
    private static final int COUNTER_BITS = 12;
    private static final long VERSION_7 = 0x7000L;
    private static final long RANDOM_BITS = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrdered() {}

    static UUID next() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long millis = tick >>> COUNTER_BITS;
        long counter = tick & ((1 << COUNTER_BITS) - 1);
        return new UUID(millis << 16 | VERSION_7 | counter, RANDOM.nextLong() & RANDOM_BITS | VARIANT);
    }

    static UUID read(String text) {
        // UUID.fromString also takes "1-1-1-1-1" and hyphens elsewhere, and its message repeats what was typed.
        if (text.length() != 36) {
            throw new NotAnIdentifier();
        }
        try {
            UUID read = UUID.fromString(text);
            if (!read.toString().equalsIgnoreCase(text)) throw new NotAnIdentifier();
            return read;
        } catch (IllegalArgumentException notAUuid) {
            throw new NotAnIdentifier();
        }
    }
}
