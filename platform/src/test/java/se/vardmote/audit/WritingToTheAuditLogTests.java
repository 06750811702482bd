package se.vardmote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.BadSqlGrammarException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.ClientId;

/** R0-36: who reads and writes patient data, and who is refused, can be seen afterwards (PDL 4:3). */
class WritingToTheAuditLogTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final AuditLog log = new AuditLog(db.audit());

    @BeforeEach
    void months() {
        new AuditSealer(db.audit()).prepare();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void who_what_where_when_about_whom_and_with_what_outcome_is_kept() {
        AuditEvent event = SampleEvents.reading(ClientId.next());
        log.record(event);
        assertThat(db.app().sql("select * from audit.event").query().singleRow())
                .containsEntry("at", Timestamp.from(SampleEvents.NOON))
                .containsEntry("actor_kind", "STAFF")
                .containsEntry("actor_id", event.actorId())
                .containsEntry("actor_name", "Åsa Öberg")
                .containsEntry("care_provider_id", SampleEvents.VELLINGE.value())
                .containsEntry(
                        "client_id",
                        java.util.Objects.requireNonNull(event.clientId()).value())
                .containsEntry("activity", "READ")
                .containsEntry("action", "read")
                .containsEntry("object_type", "drop-in")
                .containsEntry("object_id", event.objectId())
                .containsEntry("outcome", "ALLOWED")
                .containsEntry("ground", null);
    }

    @Test
    void a_refused_attempt_of_somebody_unknown_is_kept_as_the_installations_own() {
        log.record(SampleEvents.refusedVisitor());
        assertThat(db.app().sql("select * from audit.event").query().singleRow())
                .containsEntry("outcome", "REFUSED")
                .containsEntry("ground", "no-seat")
                .containsEntry("actor_id", null)
                .containsEntry("care_provider_id", AuditEvent.INSTALLATION.value());
    }

    @Test
    void a_list_that_is_shown_is_one_insert_and_an_empty_list_none() {
        log.record(Stream.generate(() -> SampleEvents.reading(ClientId.next()))
                .limit(50)
                .toList());
        log.record(List.of());
        assertThat(db.app()
                        .sql("select count(*), count(distinct xact::text) transactions from audit.event")
                        .query()
                        .singleRow())
                .containsEntry("count", 50L)
                .containsEntry("transactions", 1L);
    }

    @Test
    void an_event_stays_when_what_it_tells_of_is_rolled_back() {
        assertThatThrownBy(() -> db.transactions().executeWithoutResult(status -> {
                    log.record(SampleEvents.refusedVisitor());
                    throw new IllegalStateException("the page failed");
                }))
                .hasMessage("the page failed");
        assertThat(db.app()
                        .sql("select count(*) from audit.event")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.event set outcome = 'ALLOWED'",
                "delete from audit.event",
                "truncate audit.event",
                "drop table audit.event",
                "alter table audit.event disable row level security",
                "insert into audit.event (xact, at, actor_kind, care_provider_id, activity, action, object_type, outcome)"
                        + " values ('7', now(), 'STAFF', gen_random_uuid(), 'READ', 'read', 'note', 'ALLOWED')",
                "insert into audit.event (recorded_at, at, actor_kind, care_provider_id, activity, action, object_type,"
                        + " outcome) values ('2020-01-01', now(), 'STAFF', gen_random_uuid(), 'READ', 'read', 'note', 'ALLOWED')",
                "insert into audit.block (number, era, lower_xact, upper_xact, events, content_hash, previous_hash, hash)"
                        + " values (1, 1, '0', '9', 1, '', '', '')",
                "update audit.block set events = 0",
                "delete from audit.block",
                "truncate audit.block",
                "insert into audit.era (number) values (2)",
                "select audit.seal_below(1, '99999999')",
                "create table audit.mine (x int)"
            })
    void the_running_role_can_neither_change_nor_remove_nor_predate(String statement) {
        log.record(SampleEvents.refusedVisitor());
        assertThatThrownBy(() -> db.app().sql(statement).update())
                .isInstanceOf(BadSqlGrammarException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void partitions_are_closed_to_the_running_role_too() {
        List<String> partitions = db.app()
                .sql("select inhrelid::regclass::text from pg_inherits where inhparent = 'audit.event'::regclass")
                .query(String.class)
                .list();
        assertThat(partitions).hasSizeGreaterThanOrEqualTo(25);
        assertThat(partitions).allSatisfy(partition -> assertThatThrownBy(
                        () -> db.app().sql("delete from " + partition).update())
                .isInstanceOf(BadSqlGrammarException.class));
    }

    @Test
    void the_months_of_the_next_two_years_are_made_ahead_once() {
        new AuditSealer(db.audit()).prepare();
        assertThat(db.owner().sql("""
                                select count(*) from pg_class where relnamespace = 'audit'::regnamespace and relispartition
                                    and relkind = 'r' and relname = any (select 'event_' || to_char(
                                        (now() at time zone 'UTC') + make_interval(months => n), 'YYYY_MM')
                                        from generate_series(0, 24) n)
                                """).query(Long.class).single()).isEqualTo(25);
    }

    @Test
    void free_text_which_could_hold_personal_data_is_not_taken_as_action_or_ground() {
        assertThatThrownBy(() ->
                        AuditEvent.wrote("Släpp in Tolvan", "drop-in", null).at(SampleEvents.NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Tolvan");
        assertThatThrownBy(
                        () -> AuditEvent.read("note", null).because("för att").at(SampleEvents.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(SampleEvents.reading(ClientId.next()).toString()).doesNotContain("Öberg");
    }

    @Test
    void the_log_of_one_client_is_found_by_index() {
        log.record(SampleEvents.reading(ClientId.next()));
        assertThat(db.transactions().<List<String>>execute(status -> {
                    db.app().sql("set local enable_seqscan = off").update();
                    return db.app()
                            .sql("explain select * from audit.event where client_id = gen_random_uuid() order by at")
                            .query(String.class)
                            .list();
                }))
                .anyMatch(line -> line.contains("client_id_at_idx"));
    }

    @Test
    void what_was_read_under_a_commission_is_found_by_index() {
        log.record(SampleEvents.reading(ClientId.next()));
        assertThat(db.transactions().<List<String>>execute(status -> {
                    db.app().sql("set local enable_seqscan = off").update();
                    return db.app().sql("""
                                    explain select * from audit.event
                                    where commission_id = any(array[gen_random_uuid()]) and at >= now() - interval '7 days'""").query(String.class).list();
                }))
                .anyMatch(line -> line.contains("commission_id_at_idx"));
    }
}
