package se.vardmote.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.SecretFiles;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.RetentionUnitId;

/** R0-35, R0-39: content is encrypted, and when its time is up nobody can read it, in no copy of the database. */
class KeepingAndForgettingContentTests {
    private static final String FIELD = "drop-in.patient-name";
    private static final String NAME = "Tolvan Tolvansson 👵🏽";
    private static final CareProviderId VELLINGE = CareProviderId.next();
    private static final CareProviderId HALLAND = CareProviderId.next();

    private final TestDatabase db = TestDatabase.fresh();
    private final HandClock clock = new HandClock();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void what_is_written_is_read_again_also_by_another_node() {
        RetentionUnitId unit = node().open(VELLINGE);
        byte[] sealed = node().encrypt(unit, FIELD, NAME);
        assertThat(node().decrypt(unit, FIELD, sealed)).isEqualTo(NAME);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Tolvan");
        assertThat(node().encrypt(unit, FIELD, NAME)).isNotEqualTo(sealed);
        assertThat(node().decrypt(unit, FIELD, node().encrypt(unit, FIELD, ""))).isEmpty();
    }

    @Test
    void content_cannot_be_moved_to_another_field_or_unit_or_be_changed() {
        RetentionUnits units = node();
        RetentionUnitId unit = units.open(VELLINGE);
        RetentionUnitId other = units.open(VELLINGE);
        byte[] sealed = units.encrypt(unit, FIELD, NAME);
        assertProblem(() -> units.decrypt(unit, "drop-in.staff-name", sealed), "retention/unreadable");
        assertProblem(() -> units.decrypt(other, FIELD, sealed), "retention/unreadable");
        for (int at : new int[] {0, 1, 13, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertProblem(() -> units.decrypt(unit, FIELD, changed), "retention/unreadable");
        }
        assertProblem(() -> units.decrypt(unit, FIELD, new byte[0]), "retention/unreadable");
    }

    @Test
    void a_forgotten_unit_can_be_neither_read_nor_written_even_with_all_rows_and_files_there() {
        RetentionUnits units = node();
        RetentionUnitId unit = units.open(VELLINGE);
        byte[] sealed = units.encrypt(unit, FIELD, NAME);
        units.forget(unit);
        units.forget(unit);
        assertProblem(() -> units.decrypt(unit, FIELD, sealed), "retention/forgotten");
        assertProblem(() -> units.encrypt(unit, FIELD, NAME), "retention/forgotten");
        assertProblem(() -> node().decrypt(unit, FIELD, sealed), "retention/forgotten");
        assertThat(db.keys()
                        .sql("select count(*) from data_key")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(db.app()
                        .sql("select forgotten_at is not null from retention.unit")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void another_node_forgets_within_five_minutes() {
        RetentionUnits here = node();
        RetentionUnits there = node();
        RetentionUnitId unit = here.open(VELLINGE);
        byte[] sealed = there.encrypt(unit, FIELD, NAME);
        here.forget(unit);
        clock.pass(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(there.decrypt(unit, FIELD, sealed)).isEqualTo(NAME);
        clock.pass(Duration.ofSeconds(1));
        assertProblem(() -> there.decrypt(unit, FIELD, sealed), "retention/forgotten");
    }

    @Test
    void a_unit_belongs_to_its_care_provider_whose_key_alone_unwraps_it() throws Exception {
        RetentionUnits units = node();
        RetentionUnitId unit = units.open(VELLINGE);
        units.open(HALLAND);
        byte[] sealed = units.encrypt(unit, FIELD, NAME);
        assertThat(db.app()
                        .sql("select care_provider_id from retention.unit where id = ?")
                        .param(unit.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(VELLINGE.value());
        Files.copy(secret(HALLAND), secret(VELLINGE), StandardCopyOption.REPLACE_EXISTING);
        assertProblem(() -> node().decrypt(unit, FIELD, sealed), "retention/wrong-key");
    }

    @Test
    void a_lost_secret_is_noticed_before_anything_is_written_under_a_new_one() throws Exception {
        RetentionUnitId unit = node().open(VELLINGE);
        byte[] sealed = node().encrypt(unit, FIELD, NAME);
        Path kept = folder.resolve("kept");
        Files.move(secret(VELLINGE), kept);
        assertProblem(() -> node().open(VELLINGE), "retention/wrong-key");
        assertProblem(() -> node().decrypt(unit, FIELD, sealed), "retention/wrong-key");
        Files.move(kept, secret(VELLINGE), StandardCopyOption.REPLACE_EXISTING);
        assertThat(node().decrypt(unit, FIELD, sealed)).isEqualTo(NAME);
    }

    @Test
    void a_data_key_moved_to_another_unit_does_not_open_it() {
        RetentionUnitId unit = node().open(VELLINGE);
        RetentionUnitId other = node().open(VELLINGE);
        byte[] sealed = node().encrypt(unit, FIELD, NAME);
        var owner = db.databases().keysOwner();
        JdbcClient.create(new DriverManagerDataSource(owner.jdbcUrl(), owner.user(), owner.password()))
                .sql("""
                        update data_key set wrapped = (select wrapped from data_key where unit_id = :unit)
                        where unit_id = :other
                        """)
                .param("unit", unit.value())
                .param("other", other.value())
                .update();
        assertProblem(() -> node().decrypt(other, FIELD, sealed), "retention/wrong-key");
    }

    @Test
    void a_unit_whose_opening_was_rolled_back_is_not_there() {
        RetentionUnits units = node();
        assertThatThrownBy(() -> db.transactions().executeWithoutResult(status -> {
                    units.open(VELLINGE);
                    throw new IllegalStateException("the knock failed");
                }))
                .hasMessage("the knock failed");
        assertThat(db.app()
                        .sql("select count(*) from retention.unit")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_first_units_of_a_care_provider_opened_at_once_share_one_wrapping_key() throws Exception {
        RetentionUnits units = node();
        Callable<RetentionUnitId> knock = () -> units.open(VELLINGE);
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var opened :
                    threads.invokeAll(Stream.generate(() -> knock).limit(24).toList())) {
                RetentionUnitId unit = opened.get();
                assertThat(node().decrypt(unit, FIELD, units.encrypt(unit, FIELD, NAME)))
                        .isEqualTo(NAME);
            }
        }
        assertThat(db.keys()
                        .sql("select count(distinct key_id) from data_key")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void the_running_role_cannot_change_a_key_or_open_a_forgotten_unit_again_in_another_name() {
        node().open(VELLINGE);
        for (String statement :
                new String[] {"update data_key set wrapped = ''", "delete from key_encryption_key", "truncate data_key"
                }) {
            assertThatThrownBy(() -> db.keys().sql(statement).update()).isInstanceOf(BadSqlGrammarException.class);
        }
        assertThatThrownBy(() -> db.app().sql("delete from retention.unit").update())
                .isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> db.app()
                        .sql("update retention.unit set care_provider_id = gen_random_uuid()")
                        .update())
                .isInstanceOf(BadSqlGrammarException.class);
    }

    @Test
    void keys_in_memory_are_bounded() throws Exception {
        KeyCache cache = new KeyCache(clock);
        RetentionUnitId first = RetentionUnitId.next();
        var key = new AesGcmJce(new byte[32]);
        cache.put(first, key);
        for (int i = 0; i < KeyCache.MOST; i++) {
            cache.put(RetentionUnitId.next(), key);
        }
        assertThat(cache.size()).isEqualTo(KeyCache.MOST);
        assertThat(cache.get(first)).isEmpty();
    }

    /** A node that has read nothing yet. */
    private RetentionUnits node() {
        return new RetentionUnits(
                db.app(), db.keys(), new FileKeyWrapping(new SecretFiles(folder.resolve("secrets"))), clock);
    }

    private Path secret(CareProviderId careProvider) {
        return folder.resolve("secrets").resolve("key-encryption-" + careProvider);
    }

    private static void assertProblem(ThrowingCallable call, String slug) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .satisfies(thrown -> assertThat(thrown.problem().slug()).isEqualTo(slug));
    }
}
