package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.audit.AuditSealer;
import se.vardmote.meetings.TestMeetings;
import se.vardmote.meetings.Text;
import se.vardmote.platform.Backup;
import se.vardmote.platform.DatabaseLogin;
import se.vardmote.platform.Environment;
import se.vardmote.platform.Installation;
import se.vardmote.platform.Migrations;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.Restore;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestMigrations;
import se.vardmote.retention.Purge;
import se.vardmote.retention.PurgeRuns;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.retention.TestRetention;
import se.vardmote.vocabulary.MeetingId;

/** What is backed up can be restored on another machine, and what is forgotten cannot. */
class BackingUpAndRestoringTests {
    private static final String PLANTED = "Blåbärspaj i blomlådan";
    private static final StaffMember SARA = TestCast.nurse();
    private final TestDatabase db = TestDatabase.fresh();
    private final TestDatabase elsewhere = TestDatabase.empty();
    private final TestAssessment clinic = new TestAssessment(db);

    @TempDir
    private Path folder;

    BackingUpAndRestoringTests() throws SQLException {
        Installation.claim(db.databases().owner(), Environment.TRAINING);
    }

    @AfterEach
    void close() {
        db.close();
        elsewhere.close();
    }

    @Test
    void every_row_of_both_databases_comes_back_and_the_content_can_be_read() throws Exception {
        DropIn call = endedCall();
        backUp("backup");
        restore("backup");
        assertThat(rows(elsewhere.databases().owner()))
                .isEqualTo(rows(db.databases().owner()));
        assertThat(rows(elsewhere.databases().keysOwner()))
                .isEqualTo(rows(db.databases().keysOwner()));
        assertThat(read(TestRetention.restored(elsewhere, elsewhere, clinic.clock), call))
                .isEqualTo(PLANTED);
        assertThat(Migrations.upToDate(elsewhere.databases().app())).isTrue();
    }

    @Test
    void the_restored_house_goes_on_indexes_numbers_and_the_chain_of_the_access_log_too() throws Exception {
        endedCall();
        new AuditSealer(db.audit()).seal();
        backUp("backup");
        restore("backup");
        assertThat(indexes(elsewhere)).isEqualTo(indexes(db));
        assertThat(constraints(elsewhere)).isEqualTo(constraints(db));
        TestRetention.sameSecrets(elsewhere, db);
        var sealer = new AuditSealer(elsewhere.audit());
        sealer.prepare();
        elsewhere.audit().sql("""
                        insert into audit.event (at, actor_kind, care_provider_id, activity, action, object_type, outcome)
                        values (now(), 'SYSTEM', '00000000-0000-0000-0000-000000000000', 'READ', 'read', 'known-event', 'ALLOWED')""").update();
        assertThat(sealer.seal()).isPresent();
        assertThat(sealer.secondsBehind()).isZero();
    }

    /** R0-39: also one row at a time, an older backup is no way round. */
    @Test
    void a_backup_of_yesterday_with_the_keys_of_today_does_not_show_what_was_purged() throws Exception {
        DropIn call = endedCall();
        backUp("yesterday");
        assertThat(read(clinic.house.retention, call)).isEqualTo(PLANTED);
        assertThat(plainTextIn(TestDatabase.serverFolder())).isEmpty();
        assertThat(plainTextIn(folder)).isEmpty();

        clinic.clock.pass(Duration.ofDays(61));
        purge().run();
        assertForgotten(() -> read(clinic.house.retention, call));
        Files.move(folder.resolve("yesterday/keys"), folder.resolve("older-than-seven-days"));
        var restored = restore("yesterday");
        assertThat(restored).isEqualTo(new Restore.Restored(true, false));
        assertThat(sealedTexts(elsewhere)).as("the noise is there").isOne();
        assertForgotten(() -> read(TestRetention.restored(elsewhere, db, clinic.clock), call));
    }

    @Test
    void a_backup_of_an_older_schema_is_restored_as_it_was_and_then_migrated() throws Exception {
        try (TestDatabase older = TestDatabase.empty()) {
            TestMigrations.until(
                    older,
                    Map.of(
                            "platform",
                            "2",
                            "audit",
                            "1",
                            "retention",
                            "1",
                            "organisation",
                            "1",
                            "access",
                            "1",
                            "clients",
                            "1",
                            "meetings",
                            "5",
                            "journal",
                            "1",
                            "assessment",
                            "3"));
            Installation.claim(older.databases().owner(), Environment.TRAINING);
            UUID unit = UUID.randomUUID();
            older.owner()
                    .sql(
                            "insert into retention.unit (id, care_provider_id, opened_at) values (?, ?, '2026-02-10T14:00Z')")
                    .params(unit, TestCast.VELLINGE.value())
                    .update();
            Backup.write(older.databases(), folder.resolve("older"), clinic.clock);
            restore("older");
            assertThat(Migrations.upToDate(elsewhere.databases().app())).isFalse();
            Installation.prepare(elsewhere.databases(), Environment.TRAINING);
            assertThat(Migrations.upToDate(elsewhere.databases().app())).isTrue();
            assertThat(elsewhere
                            .owner()
                            .sql("select counts_from from retention.unit where id = ?")
                            .param(unit)
                            .query(java.sql.Timestamp.class)
                            .single()
                            .toInstant())
                    .isEqualTo(Instant.parse("2026-02-10T14:00:00Z"));
        }
    }

    @Test
    void nothing_is_restored_over_anything_nor_into_the_other_kind_of_installation() throws Exception {
        endedCall();
        backUp("backup");
        assertRefused("inte tom", () -> Restore.read(db.databases(), folder.resolve("backup"), Environment.TRAINING));
        assertRefused("inte tom", () -> backUp("backup"));
        assertRefused("ingen hel säkerhetskopia", () -> restore("nothing-here"));
        assertThatExceptionOfType(Installation.WrongEnvironment.class)
                .isThrownBy(
                        () -> Restore.read(elsewhere.databases(), folder.resolve("backup"), Environment.PRODUCTION));
    }

    @Test
    void a_damaged_backup_restores_nothing_and_the_database_counts_as_empty_still() throws Exception {
        endedCall();
        backUp("backup");
        Path file = folder.resolve("backup/vardmote/meetings.text.copy.gz");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> restore("backup")).isInstanceOf(Exception.class);
        try (var none = new GZIPOutputStream(Files.newOutputStream(file))) {
            none.finish();
        }
        assertRefused("saknas rader", () -> restore("backup"));
        assertThat(sealedTexts(elsewhere)).isZero();
        Files.write(file, whole);
        restore("backup");
        assertThat(sealedTexts(elsewhere)).isOne();
    }

    private DropIn endedCall() {
        DropIn dropIn = clinic.waits("Tolvan Tolvansson");
        MeetingId meeting = clinic.judgement.admit(SARA, dropIn.id(), TestAssessment.informed());
        var author =
                clinic.house.participants.of(dropIn.conversation()).getFirst().id();
        clinic.house.texts.say(dropIn.conversation(), author, UUID.randomUUID(), PLANTED);
        clinic.house.meetings.end(TestCast.VELLINGE, meeting, SARA.staff());
        assertThat(clinic.house.texts.after(dropIn.conversation(), 0))
                .extracting(Text::text)
                .containsExactly(PLANTED);
        return dropIn;
    }

    private Purge purge() {
        return new Purge(
                db.app(),
                clinic.house.retention,
                () -> Stream.of(TestMeetings.forgetting(db), new ForgottenDropIns(db.app())),
                new PurgeRuns(db.app(), clinic.clock),
                db.transactions(),
                clinic.clock);
    }

    private void backUp(String name) throws IOException, SQLException {
        Backup.write(db.databases(), folder.resolve(name), clinic.clock);
    }

    private Restore.Restored restore(String name) throws IOException, SQLException {
        TestRetention.sameSecrets(elsewhere, db);
        return Restore.read(elsewhere.databases(), folder.resolve(name), Environment.TRAINING);
    }

    /** As the page reads it: the sealed row, wherever it is, opened by a key, wherever that is. */
    private String read(RetentionUnits units, DropIn call) {
        JdbcClient main = sealedTexts(elsewhere) > 0 ? elsewhere.app() : db.app();
        var row = main.sql("select key, sealed from meetings.text where retention_unit_id = ?")
                .param(call.conversation().value())
                .query((text, i) -> Map.entry(text.getString("key"), text.getBytes("sealed")))
                .optional();
        String field = "text." + row.map(Map.Entry::getKey).orElse("");
        return units.decrypt(
                call.conversation(), field, row.map(Map.Entry::getValue).orElse(new byte[0]));
    }

    private static long sealedTexts(TestDatabase some) {
        boolean there = some.owner()
                .sql("select to_regclass('meetings.text') is not null")
                .query(Boolean.class)
                .single();
        return there
                ? some.owner()
                        .sql("select count(*) from meetings.text")
                        .query(Long.class)
                        .single()
                : 0;
    }

    /** Table → a sum over its rows. */
    private static Map<String, String> rows(DatabaseLogin login) {
        var owner = JdbcClient.create(new DriverManagerDataSource(login.jdbcUrl(), login.user(), login.password()));
        var sums = new TreeMap<String, String>();
        for (String table : owner.sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'flyway_schema_history'""").query(String.class).list()) {
            sums.put(
                    table,
                    owner.sql(
                                    "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') from "
                                            + table + " t")
                            .query(String.class)
                            .single());
        }
        return sums;
    }

    private static java.util.List<String> indexes(TestDatabase some) {
        return some.owner()
                .sql("select indexdef from pg_indexes where schemaname not like 'pg%' order by 1")
                .query(String.class)
                .list();
    }

    private static java.util.List<String> constraints(TestDatabase some) {
        return some.owner()
                .sql(
                        "select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated from pg_constraint order by 1")
                .query(String.class)
                .list();
    }

    private Stream<Path> plain(Path under) throws IOException {
        db.superuser().sql("checkpoint").update();
        byte[] sought = PLANTED.getBytes(StandardCharsets.UTF_8);
        return Files.walk(under).filter(Files::isRegularFile).filter(file -> holds(file, sought));
    }

    private java.util.List<Path> plainTextIn(Path under) throws IOException {
        try (var files = plain(under)) {
            return files.toList();
        }
    }

    private static boolean holds(Path file, byte[] sought) {
        try {
            String content = file.toString().endsWith(".gz")
                    ? new String(
                            new java.util.zip.GZIPInputStream(Files.newInputStream(file)).readAllBytes(),
                            StandardCharsets.ISO_8859_1)
                    : Files.readString(file, StandardCharsets.ISO_8859_1);
            return content.contains(new String(sought, StandardCharsets.ISO_8859_1));
        } catch (java.nio.file.NoSuchFileException recycled) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(String why, org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        assertThatExceptionOfType(Backup.NotPossible.class).isThrownBy(asked).withMessageContaining(why);
    }

    private static void assertForgotten(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(reading)
                .satisfies(problem -> assertThat(problem.problem().slug()).isEqualTo("retention/forgotten"));
    }
}
