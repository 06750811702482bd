package se.vardmote.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.RetentionUnitId;

/** R0-39: a key without a unit, or of a forgotten one, does not stay; every other key does. */
class StrayKeysTests {
    private static final CareProviderId VELLINGE = CareProviderId.next();
    private final TestDatabase db = TestDatabase.fresh();
    /** The database says when a key was made, so that this clock has to begin with its own. */
    private final Clock now = Clock.systemUTC();

    private final RetentionUnits units = TestRetention.on(db, now);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_key_of_a_unit_that_was_rolled_back_goes_after_a_day_and_no_other() {
        RetentionUnitId kept = units.open(VELLINGE);
        assertThatThrownBy(() -> db.transactions().executeWithoutResult(status -> {
                    units.open(VELLINGE);
                    throw new IllegalStateException("the knock failed");
                }))
                .hasMessage("the knock failed");
        assertThat(keys()).isEqualTo(2);
        assertThat(stray(Duration.ofHours(23)).remove()).isZero();
        assertThat(stray(Duration.ofHours(25)).remove()).isOne();
        assertThat(keys()).isOne();
        units.decrypt(kept, "text", units.encrypt(kept, "text", "kvar"));
    }

    @Test
    void a_key_that_an_older_backup_brings_back_is_deleted_again_at_the_start() {
        RetentionUnitId kept = units.open(VELLINGE);
        RetentionUnitId forgotten = units.open(VELLINGE);
        ownerOfKeys().sql("create table backup as select * from data_key").update();
        units.forget(forgotten);
        ownerOfKeys()
                .sql("insert into data_key select * from backup on conflict do nothing")
                .update();
        assertThat(keys()).isEqualTo(2);
        assertThat(stray(Duration.ZERO).removeThoseOfForgottenUnits()).isOne();
        assertThat(keys()).isOne();
        units.decrypt(kept, "text", units.encrypt(kept, "text", "kvar"));
    }

    private StrayKeys stray(Duration later) {
        return new StrayKeys(db.app(), db.keys(), Clock.offset(now, later));
    }

    private long keys() {
        return db.keys().sql("select count(*) from data_key").query(Long.class).single();
    }

    private JdbcClient ownerOfKeys() {
        var owner = db.databases().keysOwner();
        return JdbcClient.create(new DriverManagerDataSource(owner.jdbcUrl(), owner.user(), owner.password()));
    }
}
