package se.vardmote.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rhythm of sealing in one process: a block a second, partitions and the head outside the database once a day, and
 * both once more when the process ends.
 */
final class AuditSealing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditSealing.class);

    private final AuditSealer sealer;
    private final AuditHeads heads;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("audit-sealer").daemon().factory());
    private @Nullable LocalDate day;
    private boolean failing;

    AuditSealing(AuditSealer sealer, AuditHeads heads, Clock clock) {
        this.sealer = sealer;
        this.heads = heads;
        this.clock = clock;
    }

    /** Partitions exist when this returns: the first event may come. */
    AuditSealing start() {
        sealer.prepare();
        timer.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
        return this;
    }

    private void beat() {
        try {
            sealer.seal();
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            if (!today.equals(day)) {
                sealer.prepare();
                sealer.head().ifPresent(heads::append);
                day = today;
            }
            failing = false;
        } catch (RuntimeException e) {
            // Said once: the database may be away for an hour.
            if (!failing) {
                LOG.error("Audit events are written but not sealed; trying again every second", e);
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (timer.awaitTermination(5, TimeUnit.SECONDS)) {
                sealer.seal();
                sealer.head().ifPresent(heads::append);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The last audit events were not sealed; the next start does it", e);
        }
    }
}
