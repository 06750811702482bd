package se.vardmote.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.audit.LogReceiver.Receipt;

/**
 * Hands the sealed log on to a receiver: every event at least once, in the order of the chain. What fails is tried again,
 * ever more seldom, and nothing is handed on before it; what the receiver will never take is written down and passed.
 */
public final class AuditExport {
    /** Events of one call. The national log service takes at most 500. */
    public static final int BATCH = 200;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final LogReceiver receiver;
    private final ExportPlaces places;
    private final Clock clock;

    public AuditExport(JdbcClient jdbc, LogReceiver receiver, Clock clock) {
        this.receiver = receiver;
        this.places = new ExportPlaces(jdbc, receiver.name());
        this.clock = clock;
    }

    /** @return whether there may be more to hand on right now */
    public boolean step() {
        ExportPlaces.Place place = places.current(clock.instant());
        if (place.nextAttempt().isAfter(clock.instant())) return false;
        List<ExportPlaces.Sealed> next = places.after(place, BATCH);
        if (next.isEmpty()) return false;
        List<Accessed> taken = next.stream()
                .map(ExportPlaces.Sealed::event)
                .filter(receiver::takes)
                .toList();
        Receipt receipt = taken.isEmpty() ? Receipt.STORED : receiver.store(taken);
        return switch (receipt) {
            case STORED -> moved(place, next.getLast());
            case INVALID -> oneByOne(place, next);
            case REFUSED, NO_ANSWER -> failed(place, receipt);
        };
    }

    /** One of them cannot be taken: the others are, and that one is written down. */
    private boolean oneByOne(ExportPlaces.Place from, List<ExportPlaces.Sealed> some) {
        ExportPlaces.Place place = from;
        for (ExportPlaces.Sealed each : some) {
            Receipt receipt = receiver.takes(each.event()) ? receiver.store(List.of(each.event())) : Receipt.STORED;
            if (receipt == Receipt.REFUSED || receipt == Receipt.NO_ANSWER) return failed(place, receipt);
            if (receipt == Receipt.INVALID)
                places.refuse(each, from.lastResult().equals(Receipt.NO_ANSWER.name()), utc(clock.instant()));
            moved(place, each);
            place = places.current(clock.instant());
        }
        return true;
    }

    private boolean moved(ExportPlaces.Place place, ExportPlaces.Sealed to) {
        return places.move(place, to, clock.instant());
    }

    private boolean failed(ExportPlaces.Place place, Receipt receipt) {
        Instant now = clock.instant();
        places.fail(place, now.plus(pause(place.attempts() + 1)), now, receipt);
        return false;
    }

    /** 2 s, 4 s, 8 s … a quarter of an hour. */
    static Duration pause(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static java.time.OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
