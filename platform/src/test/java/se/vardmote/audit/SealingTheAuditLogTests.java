package se.vardmote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.ClientId;

/** R0-36: whoever changes, removes or inserts a row of the audit log, as the database's owner even, is found out. */
class SealingTheAuditLogTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final AuditLog log = new AuditLog(db.audit());
    private final AuditSealer sealer = new AuditSealer(db.audit());

    @TempDir
    private Path folder;

    @BeforeEach
    void three_blocks_of_two() {
        sealer.prepare();
        for (int block = 0; block < 3; block++) {
            log.record(SampleEvents.reading(ClientId.next()), SampleEvents.refusedVisitor());
            sealAll();
        }
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void an_untouched_log_is_sound() {
        log.record(SampleEvents.refusedVisitor());
        assertThat(verify()).isEqualTo(new AuditVerdict(3, 6, 1, 0, List.of()));
    }

    @Test
    void nothing_new_makes_no_block() {
        assertThat(sealer.seal()).isEmpty();
    }

    @Test
    void a_changed_row_is_found_whichever_column_it_was() {
        for (String change : List.of(
                "at = at + interval '1 microsecond'",
                "recorded_at = recorded_at + interval '1 microsecond'",
                "actor_kind = 'SEAT'",
                "actor_id = gen_random_uuid()",
                "actor_name = 'Åsa Oberg'",
                "commission_id = null",
                "care_provider_id = gen_random_uuid()",
                "care_unit_id = null",
                "client_id = gen_random_uuid()",
                "activity = 'SIGN'",
                "action = 'sign'",
                "object_type = 'note'",
                "object_id = null",
                "outcome = 'REFUSED'",
                "ground = ''")) {
            owner("create table before as select * from audit.event where id = 3");
            owner("update audit.event set " + change + " where id = 3");
            assertThat(verify().findings())
                    .as(change)
                    .singleElement()
                    .isInstanceOfSatisfying(AuditFinding.EventsChanged.class, found -> assertThat(found.block())
                            .isEqualTo(2));
            owner("delete from audit.event where id = 3");
            owner("insert into audit.event overriding system value select * from before");
            owner("drop table before");
            assertThat(verify().sound()).as("put back: " + change).isTrue();
        }
    }

    @Test
    void text_moved_from_one_column_to_its_neighbour_is_found() {
        owner("update audit.event set action = 'rea', object_type = 'ddrop-in' where id = 3");
        assertThat(verify().findings()).hasExactlyElementsOfTypes(AuditFinding.EventsChanged.class);
    }

    @Test
    void a_removed_row_is_found() {
        owner("delete from audit.event where id = 3");
        assertThat(verify().findings())
                .singleElement()
                .isInstanceOfSatisfying(AuditFinding.EventsRemoved.class, found -> {
                    assertThat(found.block()).isEqualTo(2);
                    assertThat(found.missing()).isOne();
                });
    }

    @Test
    void an_inserted_row_is_found() {
        owner("""
                insert into audit.event (era, xact, recorded_at, at, actor_kind, care_provider_id, activity, action,
                    object_type, outcome)
                select era, xact, recorded_at, at, actor_kind, care_provider_id, activity, action, object_type, outcome
                from audit.event where id = 3
                """);
        assertThat(verify().findings())
                .singleElement()
                .isInstanceOfSatisfying(AuditFinding.EventsInserted.class, found -> assertThat(found.block())
                        .isEqualTo(2));
    }

    @Test
    void a_row_exchanged_for_another_is_found() {
        owner("create table other as select * from audit.event where id = 3");
        owner("update other set id = 99");
        owner("delete from audit.event where id = 3");
        owner("insert into audit.event overriding system value select * from other");
        assertThat(verify().findings()).hasExactlyElementsOfTypes(AuditFinding.EventsChanged.class);
    }

    @Test
    void rows_put_where_no_block_will_ever_reach_are_found() {
        for (String where : List.of("era = 7", "xact = '900000000000'")) {
            owner("update audit.event set " + where + " where id = 3");
        }
        assertThat(verify().findings())
                .hasExactlyElementsOfTypes(AuditFinding.EventsRemoved.class, AuditFinding.EventsOutsideTheChain.class);
    }

    @Test
    void a_changed_or_removed_block_is_found() {
        owner("update audit.block set events = 3 where number = 2");
        assertThat(verify().findings()).contains(new AuditFinding.BlockChanged(2));
        owner("delete from audit.block where number = 2");
        assertThat(verify().findings()).contains(new AuditFinding.ChainBroken(3));
    }

    @Test
    void a_chain_made_anew_from_the_beginning_is_found_by_the_heads_outside() {
        AuditHead head = sealer.head().orElseThrow();
        heads().append(head);
        heads().append(head);
        assertThat(verify()).isEqualTo(new AuditVerdict(3, 6, 0, 1, List.of()));

        owner("delete from audit.event where id = 6");
        owner("delete from audit.block");
        sealAll();
        assertThat(verify().findings()).contains(new AuditFinding.HeadNotInChain(3, head.sealedAt()));
        assertThat(new AuditVerifier(db.app(), new AuditHeads(folder.resolve("none")))
                        .verify()
                        .sound())
                .isTrue();
    }

    @Test
    void half_a_line_after_a_power_cut_spoils_only_itself() throws Exception {
        AuditHead head = sealer.head().orElseThrow();
        Files.writeString(folder.resolve("heads"), "{\"number\":2,\"ha");
        heads().append(head);
        assertThat(heads().all()).containsExactly(head);
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

    private void owner(String statement) {
        if (statement.startsWith("select")) {
            db.owner().sql(statement).query().listOfRows();
        } else {
            db.owner().sql(statement).update();
        }
    }
}
