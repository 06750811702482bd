package se.vardmote.stories;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Calls that the nurse of the cast has had, as many as one likes, written straight into the tables: a call every five
 * minutes backwards in time, {@value #PERSONS} persons in turn. Sealed columns hold noise of the length that they have.
 */
final class PastCalls {
    /** Every so many calls the same person again. */
    static final int PERSONS = 20_000;

    private static final String NOISE = "decode(repeat(md5(random()::text), %d), 'hex')";

    private final JdbcClient main;
    private final JdbcClient keys;

    PastCalls(Installation installation) {
        this.main = installation.database();
        this.keys = installation.keysDatabase();
    }

    /** Calls whose content went when their time was up; each with its documentation and three rows in the access log. */
    void withoutContent(int calls) {
        begin(calls, 61);
        main.sql("update bench.call set forgotten = at + interval '61 days'").update();
        write();
        documentation();
        end();
    }

    /** Calls with ten lines of text and two connections each, due for the purge. */
    void due(int calls) {
        begin(calls, 61);
        write();
        main.sql("""
                insert into meetings.text (care_provider_id, retention_unit_id, sequence, key, author_id, sealed, said_at)
                select provider, unit, line, gen_random_uuid(), worker, %s, at from bench.call, generate_series(1, 10) line""".formatted(NOISE.formatted(6))).update();
        main.sql("""
                insert into meetings.connection (id, care_provider_id, retention_unit_id, seat_id, epoch, node, opened_at,
                    beat_at, closed_at)
                select gen_random_uuid(), provider, unit, seat, 1, 'node', at, at, at from bench.call, generate_series(1, 2)""").update();
        keysOf("unit");
        end();
    }

    /** Sixty calls of one person, spread over those that there are. */
    UUID sixtyOfOnePerson() {
        UUID person = main.sql("select id from clients.client order by id limit 1")
                .query(UUID.class)
                .single();
        main.sql("""
                        update assessment.drop_in set client_id = ? where id in (
                            select id from (select id, row_number() over (order by knocked_at) n, count(*) over () total
                                from assessment.drop_in) numbered
                            where n % (total / 60) = 0 limit 60)""").param(person).update();
        main.sql("vacuum analyze assessment.drop_in").update();
        return person;
    }

    private void begin(int calls, int youngestInDays) {
        main.sql("create schema if not exists bench").update();
        main.sql("drop table if exists bench.call").update();
        main.sql("""
                        insert into clients.client (id, care_provider_id, identity_system, identity_value, name, registered_at)
                        select gen_random_uuid(), c.care_provider_id, 'urn:vardmote:unknown-identity', gen_random_uuid(),
                            'Tolvan Tolvansson', now()
                        from organisation.commission c join organisation.staff s on s.id = c.staff_id,
                            generate_series(1, least(?, ?))
                        where s.name = 'Noor Sandgren'""").params(calls, PERSONS).update();
        main.sql("""
                        create table bench.call as
                        with nurse as (
                                select s.id staff, c.care_provider_id provider, c.care_unit_id receiving
                                from organisation.commission c join organisation.staff s on s.id = c.staff_id
                                where s.name = 'Noor Sandgren' limit 1),
                            person as (
                                select id client, row_number() over () - 1 as turn
                                from clients.client where identity_system = 'urn:vardmote:unknown-identity')
                        select n, staff, provider, receiving, client, gen_random_uuid() unit, gen_random_uuid() documentation,
                            gen_random_uuid() drop_in, gen_random_uuid() meeting, gen_random_uuid() seat,
                            gen_random_uuid() worker, now() - interval '%d days' - n * interval '5 minutes' as at,
                            null::timestamptz forgotten
                        from nurse, generate_series(1, %d) n join person on turn = n %% (select count(*) from person)""".formatted(youngestInDays, calls)).update();
    }

    private void write() {
        for (String rows : List.of("""
                insert into retention.unit (id, care_provider_id, opened_at, counts_from, forgotten_at, removed_at)
                select unit, provider, at, at, forgotten, forgotten from bench.call""", """
                insert into meetings.conversation (retention_unit_id, care_provider_id, last_sequence, began_at, closed_at)
                select unit, provider, 10, at, at from bench.call""", """
                insert into meetings.seat (id, care_provider_id, retention_unit_id, token_hash, created_at, dead_at)
                select seat, provider, unit, sha256(seat::text::bytea), at, at from bench.call""", """
                insert into meetings.participant (id, care_provider_id, retention_unit_id, role, name_sealed, identification,
                    standing, seat_id, joined_at, left_at)
                select worker, provider, unit, 'CARE_WORKER', case when forgotten is null then %1$s end, 'PHONE_ONLY', 'LEFT',
                    seat, at, at from bench.call""", """
                insert into meetings.participant (id, care_provider_id, retention_unit_id, role, name_sealed, identification,
                    standing, seat_id, joined_at, left_at)
                select gen_random_uuid(), provider, unit, 'PATIENT', case when forgotten is null then %1$s end,
                    'NOT_IDENTIFIED', 'LEFT', seat, at, at from bench.call""", """
                insert into meetings.participant (id, care_provider_id, retention_unit_id, role, name_sealed, profession,
                    identification, standing, staff_id, joined_at, left_at)
                select gen_random_uuid(), provider, unit, 'PROFESSIONAL', case when forgotten is null then %1$s end, 'NURSE',
                    'SITHS', 'LEFT', staff, at, at from bench.call""", """
                insert into meetings.meeting (id, care_provider_id, care_unit_id, retention_unit_id, kind, chair_staff_id,
                    opened_at, ended_at, ended_by_staff_id, end_cause)
                select meeting, provider, receiving, unit, 'ASSESSMENT', staff, at, at, staff, 'BY_CHAIR' from bench.call""", """
                insert into assessment.drop_in (id, care_provider_id, receiving_unit_id, retention_unit_id, knock_key,
                    client_id, from_unit_id, from_area, patient_name_sealed, staff_name_sealed, staff_phone_sealed, reason,
                    spoken_with_sealed, knocked_at, state, judged_at, judged_by_staff_id, judged_by_name, outcome, informed,
                    meeting_id)
                select drop_in, provider, receiving, unit, gen_random_uuid(), client, receiving, 'Höllviken', noise, noise,
                    noise, (array['FALL', 'WOUND', 'DOSE_BAGS', 'TRAINING'])[n %% 4 + 1], noise, at, 'ADMITTED', at, staff,
                    'Noor Sandgren', 'DIGITAL', 'YES', meeting
                from bench.call, lateral (select case when forgotten is null then %1$s end noise) sealed""")) {
            main.sql(rows.formatted(NOISE.formatted(3))).update();
        }
    }

    private void documentation() {
        for (String rows : List.of("""
                insert into retention.unit (id, care_provider_id, opened_at)
                select documentation, provider, at from bench.call""", """
                insert into journal.duty (id, care_provider_id, care_unit_id, client_id, retention_unit_id, meeting_id, staff_id,
                    documentation_unit_id, background, prefilled, opened_at, signed_at, entered_at)
                select drop_in, provider, receiving, client, unit, meeting, staff, documentation, %1$s, %1$s, at, at, at
                from bench.call""", """
                insert into journal.completion (duty_id, care_provider_id, ended_at, background_at_end, prefilled_at_end)
                select drop_in, provider, at, %1$s, %1$s from bench.call""", """
                insert into audit.event (at, actor_kind, actor_id, actor_name, care_provider_id, care_unit_id, client_id,
                    activity, action, object_type, object_id, outcome)
                select now(), 'STAFF', staff, 'Noor Sandgren', provider, receiving, client, 'READ', 'read', 'drop-in', drop_in,
                    'ALLOWED'
                from bench.call, generate_series(1, 3)""")) {
            main.sql(rows.formatted(NOISE.formatted(20))).update();
        }
        keysOf("documentation");
    }

    /** Keys have to be there; what they would unlock does not matter here. */
    private void keysOf(String column) {
        UUID provider = main.sql("select provider from bench.call limit 1")
                .query(UUID.class)
                .single();
        // The care provider's own where the product has made it already.
        keys.sql("""
                        insert into key_encryption_key (care_provider_id, key_id) values (?, 'bench') on conflict do nothing""").param(provider).update();
        List<UUID> all = main.sql("select " + column + " from bench.call")
                .query(UUID.class)
                .list();
        for (int from = 0; from < all.size(); from += 50_000) {
            keys.sql("""
                            insert into data_key (unit_id, care_provider_id, key_id, wrapped)
                            select unit, care_provider_id, key_id, %s
                            from unnest(?::uuid[]) unit, (select * from key_encryption_key where care_provider_id = ? limit 1) own""".formatted(NOISE.formatted(4)))
                    .param(all.subList(from, Math.min(from + 50_000, all.size()))
                            .toArray(UUID[]::new))
                    .param(provider)
                    .update();
        }
    }

    private void end() {
        main.sql("drop schema bench cascade").update();
        main.sql("vacuum analyze").update();
    }
}
