package se.vardmote.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One installation serves many data controllers: every row of patient data has an owner in the database itself, what
 * must not be changed cannot be, and the questions that pages ask all day find their rows by an index.
 */
class EveryTableHasAnOwnerTests {
    private static final UUID PROVIDER = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID UNIT = UUID.fromString("00000000-0000-7000-8000-000000000011");

    /** Tables without {@code care_provider_id not null}, and why that is right. */
    private static final Map<String, String> WITHOUT_AN_OWNER = Map.ofEntries(
            Map.entry("meetings.pulse", "when nodes were last heard of"),
            Map.entry("retention.purge_run", "what the purge of the whole installation did"),
            Map.entry("platform.environment", "says what the database is for"),
            Map.entry("platform.scheduled_tasks", "work of the installation itself"),
            Map.entry("platform.schema_version", "which version of the tables this is"),
            Map.entry("audit.era", "counts restores of the database"),
            Map.entry("audit.block", "hashes over events of all care providers"),
            Map.entry("audit.export", "how far the log of all care providers has been handed on"),
            Map.entry("audit.export_refused", "numbers of events, which have their owners"),
            Map.entry("assessment.knock_volume", "a setting of a person on the staff, wherever they work"),
            Map.entry("organisation.care_provider", "the owners themselves"),
            Map.entry("organisation.retired_device_token", "hashes of a device, which has its owner"),
            Map.entry("access.code_place", "from where codes were tried, whichever they were"),
            Map.entry("access.code_try", "from where a code was tried; the code has its owner"),
            Map.entry("access.authorization_request", "before anybody has signed in"),
            Map.entry("access.card_sign_in", "before anybody has signed in"),
            Map.entry("access.card_standing", "what an issuer said of a card, whoever holds it"),
            Map.entry("access.commission_choice", "before a commission, and with it a care provider, is chosen"));

    private final TestDatabase db = TestDatabase.fresh();

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void every_table_of_patient_data_says_which_care_provider_each_row_belongs_to() {
        assertThat(tables("""
                not exists (select from information_schema.columns c
                    where c.table_schema = t.table_schema and c.table_name = t.table_name
                        and c.column_name = 'care_provider_id' and c.is_nullable = 'NO')""")).containsExactlyInAnyOrderElementsOf(WITHOUT_AN_OWNER.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit.event",
                "audit.block",
                "audit.era",
                "journal.note",
                "meetings.text",
                "disturbances.report",
                "disturbances.step",
                "accesslog.review",
                "accesslog.pick",
                "accesslog.conclusion",
                "organisation.setting_change"
            })
    void the_running_role_can_neither_change_nor_remove(String table) {
        assertThat(may(table, "update")).isFalse();
        assertThat(may(table, "delete")).isFalse();
        assertThat(may(table, "truncate")).isFalse();
        assertThat(db.app()
                        .sql("select has_any_column_privilege(?, 'update')")
                        .param(table)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    /** The months of the audit log are tables of their own: what holds for the log must hold for each. */
    @Test
    void the_running_role_cannot_reach_past_the_audit_log_into_one_of_its_months() {
        List<String> months = db.owner()
                .sql("select inhrelid::regclass::text from pg_inherits where inhparent = 'audit.event'::regclass")
                .query(String.class)
                .list();
        assertThat(months).isNotEmpty().noneMatch(month -> may(month, "update, delete, truncate, insert"));
    }

    @Test
    void the_running_role_truncates_nothing_and_owns_nothing() {
        assertThat(
                        tables(
                                "has_table_privilege('vardmote_app', format('%I.%I', t.table_schema, t.table_name), 'truncate')"))
                .isEmpty();
        assertThat(db.owner()
                        .sql("select count(*) from pg_class where pg_get_userbyid(relowner) = 'vardmote_app'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_waiting_list_and_the_place_in_turn_are_read_from_the_index_of_those_who_wait() {
        manyDropIns();
        assertThat(plan("""
                        select * from assessment.drop_in
                        where care_provider_id = '%s' and receiving_unit_id = any(array['%s'::uuid]) and state = 'WAITING'
                        order by urgency, knocked_at, id limit 200""".formatted(PROVIDER, UNIT)))
                .contains("drop_in_waiting")
                .doesNotContain("Seq Scan");
        assertThat(plan("""
                        select count(*) from assessment.drop_in
                        where care_provider_id = '%s' and receiving_unit_id = '%s' and state = 'WAITING'
                            and (urgency, knocked_at, id) <= (2, now(), '%s')""".formatted(PROVIDER, UNIT, UUID.randomUUID())))
                .contains("drop_in_waiting")
                .doesNotContain("Seq Scan");
    }

    @Test
    void the_day_of_a_unit_and_a_drop_in_by_its_conversation_are_read_from_an_index() {
        manyDropIns();
        assertThat(plan("""
                        select * from assessment.drop_in
                        where care_provider_id = '%s' and receiving_unit_id = any(array['%s'::uuid]) and knocked_at >= now() - interval '1 hour'
                            and state <> 'WAITING' order by knocked_at, id limit 200""".formatted(PROVIDER, UNIT)))
                .contains("drop_in_of_day")
                .doesNotContain("Seq Scan");
        assertThat(plan("select * from assessment.drop_in where retention_unit_id = '" + UUID.randomUUID() + "'"))
                .doesNotContain("Seq Scan");
    }

    @Test
    void what_has_had_its_time_and_what_is_left_of_it_is_found_by_an_index() {
        db.owner().sql("""
                        insert into retention.unit (id, care_provider_id, opened_at, counts_from, forgotten_at, removed_at)
                        select gen_random_uuid(), '%1$s', now() - n * interval '1 minute', now() - n * interval '1 minute',
                            case when n > 1000 then now() end, case when n > 1000 then now() end
                        from generate_series(1, 20000) n""".formatted(PROVIDER)).update();
        db.owner().sql("analyze").update();
        assertThat(plan("""
                        select id from retention.unit u
                        where forgotten_at is null and counts_from < now() - interval '900 minutes' and not exists (
                            select from retention.hold where unit_id = u.id and lifted_at is null and last_day >= now())
                        order by counts_from limit 500""")).contains("unit_to_forget").doesNotContain("Seq Scan on unit");
        assertThat(plan("""
                        select id from retention.unit where forgotten_at is not null and removed_at is null
                        order by forgotten_at limit 500""")).contains("unit_to_remove").doesNotContain("Seq Scan");
    }

    /** The history by time alone, of one person and of one reason, from a place on: each has an index that is its order. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop_in_of_day:",
                "drop_in_of_day: and knocked_at >= now() - interval '1 day' and knocked_at < now()",
                "drop_in_of_client: and client_id = '00000000-0000-7000-8000-0000000000c1'",
                "drop_in_of_reason: and reason = 'WOUND'",
            })
    void a_page_of_the_history_is_read_from_an_index_without_sorting(String indexAndSearch) {
        aLongHistory();
        String index = indexAndSearch.substring(0, indexAndSearch.indexOf(':'));
        String search = indexAndSearch.substring(indexAndSearch.indexOf(':') + 1);
        assertThat(plan("""
                        select id from assessment.drop_in
                        where care_provider_id = '%s' and receiving_unit_id = '%s' and state <> 'WAITING'%s
                            and (knocked_at, id) < (now(), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                        order by knocked_at desc, id desc limit 51""".formatted(PROVIDER, UNIT, search)))
                .contains("Index Scan Backward using " + index)
                .doesNotContain("Sort", "Seq Scan");
    }

    /** The device's day, the professional's day, the page of those to come, the followers of one, and what is missed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "planned_call_name:home_unit_id = '%2$s' and day between current_date - 1 and current_date and at >= now() - interval '12 hours' and at < now() + interval '12 hours' and state = 'PLANNED' order by at, id limit 200",
                "planned_call_of_staff:care_provider_id = '%1$s' and staff_id = '%2$s' and at >= now() and at < now() + interval '1 day'",
                "planned_call_of_unit:care_provider_id = '%1$s' and receiving_unit_id = '%2$s' and state = 'PLANNED' and (at, id) > (now(), '%2$s') order by at, id limit 51",
                "planned_call_of_series:series_id = '%2$s' and state = 'PLANNED' and at >= now() order by at, id",
                "planned_call_to_miss:state = 'PLANNED' and at < now() - interval '300 days'",
            })
    void what_is_planned_is_read_from_an_index(String indexAndCondition) {
        manyPlannedCalls();
        int colon = indexAndCondition.indexOf(':');
        assertThat(plan("select * from assessment.planned_call where "
                        + indexAndCondition.substring(colon + 1).formatted(PROVIDER, UNIT)))
                .contains(indexAndCondition.substring(0, colon))
                .doesNotContain("Seq Scan");
    }

    /** Twenty thousand, of two hundred units and professionals, most of them held. */
    private void manyPlannedCalls() {
        db.owner().sql("""
                        insert into assessment.planned_call (id, care_provider_id, receiving_unit_id, retention_unit_id, client_id,
                            staff_id, home_unit_id, by_care_worker, purposes, reason, channel, protected_identity, planned_at, at,
                            call_name, day, series_id, state)
                        select gen_random_uuid(), '%1$s', unit, gen_random_uuid(), gen_random_uuid(), unit, unit, false,
                            array['ASSESSMENT'], 'WOUND', 'TELEPHONE', false, now(), now() + (n - 10000) * interval '30 minutes',
                            'A' || n, (now() + (n - 10000) * interval '30 minutes')::date,
                            case when n %% 3 = 0 then gen_random_uuid() end, case when n %% 10 = 0 then 'PLANNED' else 'CAME' end
                        from generate_series(1, 20000) n, lateral (
                            select case when n %% 200 = 0 then '%2$s'::uuid else gen_random_uuid() end as unit) u""".formatted(PROVIDER, UNIT)).update();
        db.owner().sql("analyze assessment.planned_call").update();
    }

    @Test
    void a_conversation_is_read_from_indexes() {
        manyConversations();
        String conversation = "'" + UUID.randomUUID() + "'";
        for (String question : List.of(
                "select * from meetings.text where retention_unit_id = %s and sequence > 3 order by sequence limit 500",
                "select sequence from meetings.text where retention_unit_id = %s and key = gen_random_uuid()",
                "select * from meetings.participant where retention_unit_id = %s order by id limit 200",
                "select * from meetings.connection where retention_unit_id = %s and closed_at is null order by id limit 200",
                "select * from meetings.meeting where retention_unit_id = %s",
                "select * from meetings.meeting where chair_staff_id = %s and ended_at is null order by opened_at, id limit 20",
                "update meetings.seat set dead_at = now() where retention_unit_id = %s and dead_at is null",
                "update meetings.participant set standing = 'LEFT' where retention_unit_id = %s and standing = 'ADMITTED'")) {
            assertThat(plan(question.formatted(conversation))).as(question).doesNotContain("Seq Scan");
        }
    }

    @Test
    void whoever_holds_a_seat_is_found_by_the_hash_of_the_cookie() {
        manyConversations();
        assertThat(plan("""
                        select * from meetings.seat where token_hash = sha256('no cookie') and (dead_at is null or dead_at > now())""")).contains("seat_token_hash_key").doesNotContain("Seq Scan");
    }

    private List<String> tables(String where) {
        return db.owner().sql("""
                        select t.table_schema || '.' || t.table_name from information_schema.tables t
                        where t.table_schema not in ('pg_catalog', 'information_schema') and t.table_type = 'BASE TABLE'
                            and t.table_name <> 'flyway_schema_history' and (""" + where + ")").query(String.class).list();
    }

    private boolean may(String table, String what) {
        return db.app()
                .sql("select has_table_privilege(?, ?)")
                .params(table, what)
                .query(Boolean.class)
                .single();
    }

    private String plan(String question) {
        return String.join(
                "\n", db.owner().sql("explain " + question).query(String.class).list());
    }

    /** A hundred units, each with its history; one in a hundred still waits. */
    private void manyDropIns() {
        db.owner().sql("""
                        insert into assessment.drop_in (id, care_provider_id, receiving_unit_id, retention_unit_id, knock_key,
                            client_id, patient_name_sealed, staff_name_sealed, staff_phone_sealed, reason,
                            spoken_with_sealed, knocked_at, state)
                        select gen_random_uuid(), ?, case n % 100 when 0 then ? else gen_random_uuid() end,
                            gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '', '', '', 'FALL', '',
                            now() - n * interval '1 minute', case n % 1000 when 0 then 'WAITING' else 'WITHDRAWN' end
                        from generate_series(1, 20000) n""").params(PROVIDER, UNIT).update();
        db.owner().sql("analyze assessment.drop_in").update();
    }

    /** Twenty thousand calls of one unit, of a thousand people and for eleven reasons. */
    private void aLongHistory() {
        db.owner().sql("""
                        insert into assessment.drop_in (id, care_provider_id, receiving_unit_id, retention_unit_id, knock_key,
                            client_id, patient_name_sealed, staff_name_sealed, staff_phone_sealed, reason,
                            spoken_with_sealed, knocked_at, state)
                        select gen_random_uuid(), ?, ?, gen_random_uuid(), gen_random_uuid(),
                            ('00000000-0000-7000-8000-00000000' || lpad(to_hex(n % 1000), 4, '0'))::uuid, '', '', '',
                            case n % 11 when 0 then 'WOUND' else 'FALL' end, '', now() - n * interval '1 minute', 'WITHDRAWN'
                        from generate_series(1, 20000) n""").params(PROVIDER, UNIT).update();
        db.owner().sql("analyze assessment.drop_in").update();
    }

    /** Five thousand conversations at fifty care providers, each with two people, one page and four lines. */
    private void manyConversations() {
        db.owner().sql("""
                        insert into meetings.conversation (retention_unit_id, care_provider_id, began_at)
                        select gen_random_uuid(), ('00000000-0000-7000-8000-0000000000' || (n % 50 + 10))::uuid, now()
                        from generate_series(1, 5000) n""").update();
        for (String rows : List.of("""
                insert into meetings.seat (id, care_provider_id, retention_unit_id, token_hash, created_at)
                select gen_random_uuid(), care_provider_id, retention_unit_id, sha256(retention_unit_id::text::bytea), now()
                from meetings.conversation""", """
                insert into meetings.participant (id, care_provider_id, retention_unit_id, role, name_sealed,
                    identification, standing, seat_id)
                select gen_random_uuid(), care_provider_id, retention_unit_id, 'PATIENT', '', 'NOT_IDENTIFIED', 'ADMITTED', id
                from meetings.seat, generate_series(1, 2)""", """
                insert into meetings.connection (id, care_provider_id, retention_unit_id, seat_id, epoch, node, opened_at, beat_at)
                select gen_random_uuid(), care_provider_id, retention_unit_id, id, 1, 'node', now(), now() from meetings.seat""", """
                insert into meetings.meeting (id, care_provider_id, care_unit_id, retention_unit_id, kind, chair_staff_id, opened_at)
                select gen_random_uuid(), care_provider_id, gen_random_uuid(), retention_unit_id, 'ASSESSMENT',
                    gen_random_uuid(), now() from meetings.conversation""", """
                insert into meetings.text (care_provider_id, retention_unit_id, sequence, key, author_id, sealed, said_at)
                select care_provider_id, retention_unit_id, row_number() over (partition by retention_unit_id),
                    gen_random_uuid(), id, '', now() from meetings.participant, generate_series(1, 2)""")) {
            db.owner().sql(rows).update();
        }
        db.owner().sql("analyze").update();
    }
}
