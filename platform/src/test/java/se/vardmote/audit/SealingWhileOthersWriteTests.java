package se.vardmote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.ClientId;

/** R0-36: the chain holds while many write and seal, over the end of a process and over a restore. */
class SealingWhileOthersWriteTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final AuditLog log = new AuditLog(db.audit());
    private final AuditSealer sealer = new AuditSealer(db.audit());

    @TempDir
    private Path folder;

    @BeforeEach
    void months() {
        sealer.prepare();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void events_of_transactions_that_end_out_of_order_are_sealed_once_each() throws Exception {
        try (var connection = db.appDataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into audit.event (at, actor_kind, care_provider_id, activity, action, object_type, outcome)
                    values (now(), 'SYSTEM', gen_random_uuid(), 'READ', 'read', 'note', 'ALLOWED')
                    """);
            log.record(SampleEvents.refusedVisitor());
            // The earlier transaction may still commit: what came after it has to wait for it.
            assertThat(sealer.seal()).isEmpty();
            connection.commit();
        }
        sealAll();
        assertThat(verify().events()).isEqualTo(2);
        assertThat(verify().sound()).isTrue();
    }

    @Test
    void many_writers_and_several_sealers_at_once_lose_nothing_and_seal_nothing_twice() throws Exception {
        Callable<Void> writer = () -> {
            for (int i = 0; i < 40; i++) {
                log.record(SampleEvents.reading(ClientId.next()));
            }
            return null;
        };
        Callable<Void> sealing = () -> {
            for (int i = 0; i < 60; i++) {
                sealer.seal();
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = Stream.concat(IntStream.range(0, 5).mapToObj(i -> writer), Stream.of(sealing, sealing, sealing));
            for (var one : threads.invokeAll(all.toList())) {
                one.get();
            }
        }
        sealAll();
        AuditVerdict verdict = verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.events()).isEqualTo(200);
        assertThat(verdict.unsealed()).isZero();
    }

    @Test
    void after_a_restore_into_another_cluster_whose_transactions_are_younger_a_new_era_is_sealed() {
        log.record(SampleEvents.refusedVisitor());
        log.record(SampleEvents.refusedVisitor());
        // As if all of it had come from a cluster far ahead of this one, with the last event not sealed yet.
        db.owner()
                .sql("update audit.event set xact = (xact::text::bigint + 5000000)::text::xid8")
                .update();
        db.owner()
                .sql("select audit.seal_below(1, (select max(xact::text::bigint)::text::xid8 from audit.event))")
                .query()
                .singleRow();
        sealer.prepare();
        log.record(SampleEvents.refusedVisitor());
        sealAll();
        assertThat(verify()).isEqualTo(new AuditVerdict(3, 3, 0, 0, List.of()));
        sealer.prepare();
        assertThat(db.app()
                        .sql("select max(number) from audit.era")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_last_events_and_the_head_are_written_when_the_process_ends() {
        log.record(SampleEvents.refusedVisitor());
        new AuditSealing(sealer, heads(), Clock.systemUTC()).start().close();
        assertThat(heads().all()).isNotEmpty().endsWith(sealer.head().orElseThrow());
    }

    /** The server's own transactions (it gathers statistics) may hold an event back for a moment. */
    private void sealAll() {
        await().until(() -> {
            sealer.seal();
            return verify().unsealed() == 0;
        });
    }

    private AuditVerdict verify() {
        return new AuditVerifier(db.app(), heads()).verify();
    }

    private AuditHeads heads() {
        return new AuditHeads(folder.resolve("heads"));
    }
}
