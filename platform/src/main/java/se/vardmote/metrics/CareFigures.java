package se.vardmote.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Judged;
import se.vardmote.assessment.Knocked;
import se.vardmote.audit.AuditSealer;
import se.vardmote.audit.ExportWatch;
import se.vardmote.media.Availability;
import se.vardmote.media.MediaRooms;
import se.vardmote.meetings.Attendance;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.PageArrived;
import se.vardmote.meetings.PageLost;

/**
 * What goes on. Counters are this node's; those that ask the database ({@code vardmote_installation_…}) say the same on
 * every node, so take one and do not add them.
 */
@Component
class CareFigures {
    private final MeterRegistry registry;
    private final Counter knocks;
    private final AtomicInteger sockets = new AtomicInteger();

    CareFigures(
            MeterRegistry registry,
            DropIns dropIns,
            Meetings meetings,
            Attendance attendance,
            MediaRooms rooms,
            AuditSealer sealer,
            ExportWatch export) {
        this.registry = registry;
        this.knocks = Counter.builder("vardmote.knocks").register(registry);
        for (DropIn.Outcome outcome : DropIn.Outcome.values()) judgements(outcome);
        arrivals(false);
        arrivals(true);
        Gauge.builder("vardmote.sockets.open", sockets, AtomicInteger::get).register(registry);
        gauge("vardmote.installation.waiting", dropIns::countWaiting);
        gauge("vardmote.installation.meetings.open", meetings::countOpen);
        gauge("vardmote.installation.connections", attendance::countPresent);
        gauge("vardmote.installation.audit.unsealed.seconds", sealer::secondsBehind);
        gauge("vardmote.installation.audit.export.stuck.seconds", export::secondsStuck);
        gauge("vardmote.installation.audit.export.refused", export::refused);
        gauge("vardmote.media.available", () -> rooms.availability() == Availability.AVAILABLE ? 1 : 0);
        FunctionCounter.builder("vardmote.media.interruptions", rooms, MediaRooms::interruptions)
                .register(registry);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(Knocked knock) {
        knocks.increment();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(Judged judged) {
        judgements(judged.outcome()).increment();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PageArrived arrived) {
        sockets.incrementAndGet();
        arrivals(arrived.again()).increment();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PageLost lost) {
        sockets.decrementAndGet();
    }

    /** {@code digital} are the admissions. */
    private Counter judgements(DropIn.Outcome outcome) {
        return registry.counter("vardmote.judgements", "outcome", outcome.name().toLowerCase(Locale.ROOT));
    }

    private Counter arrivals(boolean again) {
        return registry.counter("vardmote.pages", "arrival", again ? "again" : "first");
    }

    /** A figure that the database cannot give just now is none, and the others are still read. */
    private void gauge(String name, DoubleSupplier value) {
        Gauge.builder(name, () -> {
                    try {
                        return value.getAsDouble();
                    } catch (DataAccessException e) {
                        return Double.NaN;
                    }
                })
                .register(registry);
    }
}
