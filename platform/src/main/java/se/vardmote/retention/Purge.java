package se.vardmote.retention;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * Forgets the content whose time is up: first the keys, batch by batch, then the rows, which are noise from then on. May
 * be cut short anywhere and begun again. Documentation goes by a clock of its own ({@link RecordPolicy}), and never before it has one.
 */
public final class Purge {
    private static final Logger log = LoggerFactory.getLogger(Purge.class);
    /** A second's work: so much is repeated at most when a node is stopped amid it. */
    static final int BATCH = 500;

    private final JdbcClient main;
    private final RetentionUnits units;
    private final Supplier<Stream<Forgettable>> modules;
    private final PurgeRuns runs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Purge(
            JdbcClient main,
            RetentionUnits units,
            Supplier<Stream<Forgettable>> modules,
            PurgeRuns runs,
            TransactionTemplate transaction,
            Clock clock) {
        this.main = main;
        this.units = units;
        this.modules = modules;
        this.runs = runs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All that is due; what comes of it is kept and, when it fails, told where operators look. Never throws. */
    public void run() {
        int forgotten = 0;
        try {
            runs.begin();
            for (List<RetentionUnitId> batch = due(); !batch.isEmpty(); batch = due()) {
                units.forget(batch);
                forgotten += batch.size();
                if (Thread.currentThread().isInterrupted()) break;
            }
            forgetDocumentation();
            removeRows();
            runs.end(PurgeRuns.Outcome.DONE, forgotten);
        } catch (RuntimeException e) {
            log.error("The purge failed: content whose time is up may still be there; trying again in ten minutes", e);
            tellOfFailure(forgotten);
        }
    }

    private void forgetDocumentation() {
        for (List<RetentionUnitId> batch = documentationDue();
                !batch.isEmpty() && !Thread.currentThread().isInterrupted();
                batch = documentationDue()) {
            units.forget(batch);
        }
    }

    private void tellOfFailure(int forgotten) {
        try {
            runs.end(PurgeRuns.Outcome.FAILED, forgotten);
        } catch (RuntimeException e) {
            log.error("Nor could it be written down that the purge failed", e);
        }
    }

    /** Again for what an earlier run had no time for. */
    private void removeRows() {
        for (List<RetentionUnitId> batch = withRows();
                !batch.isEmpty() && !Thread.currentThread().isInterrupted();
                batch = withRows()) {
            List<RetentionUnitId> some = batch;
            transaction.executeWithoutResult(status -> remove(some));
        }
    }

    private void remove(List<RetentionUnitId> forgotten) {
        modules.get().forEach(module -> module.remove(forgotten));
        main.sql("update retention.unit set removed_at = :now where id = any(:units)")
                .param("now", now())
                .param("units", RetentionUnits.array(forgotten))
                .update();
    }

    private List<RetentionUnitId> due() {
        return ids(main.sql("""
                        select id from retention.unit u
                        where forgotten_at is null and counts_from < :before and not exists (
                            select from retention.hold
                            where unit_id = u.id and lifted_at is null and last_day >= :today)
                        order by counts_from limit :batch""")
                .param("before", KeepUntil.dueBefore(clock.instant()).atOffset(ZoneOffset.UTC))
                .param("today", KeepUntil.day(clock.instant()))
                .param("batch", BATCH));
    }

    private List<RetentionUnitId> documentationDue() {
        return ids(main.sql("""
                        select id from retention.unit u
                        where forgotten_at is null and keep_until < :today and not exists (
                            select from retention.hold
                            where unit_id in (u.id, u.kept_with) and lifted_at is null and last_day >= :today)
                        order by keep_until limit :batch""").param("today", KeepUntil.day(clock.instant())).param("batch", BATCH));
    }

    private List<RetentionUnitId> withRows() {
        return ids(main.sql("""
                        select id from retention.unit where forgotten_at is not null and removed_at is null
                        order by forgotten_at limit :batch""").param("batch", BATCH));
    }

    private static List<RetentionUnitId> ids(JdbcClient.StatementSpec question) {
        return question.query(UUID.class).list().stream()
                .map(RetentionUnitId::new)
                .toList();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
