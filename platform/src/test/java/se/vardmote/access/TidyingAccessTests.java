package se.vardmote.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.organisation.DeviceToken;
import se.vardmote.organisation.Devices;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.DeviceId;

/** What can no longer be used, and what has nothing left to tell, does not stay for ever. */
class TidyingAccessTests {
    private static final Duration AGE_OF_COOKIES = Duration.ofDays(400);
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestCast cast = TestCast.in(db);
    private final Devices devices = new Devices(db.app(), clock);
    private final ExpiredRows expired = new ExpiredRows(db.app(), devices, clock);
    private final DeviceId device = cast.device("iPad 07");

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_retired_token_is_known_for_as_long_as_a_browser_can_keep_its_cookie_and_then_forgotten() {
        Token old = retired(device, 1).getFirst();
        clock.pass(AGE_OF_COOKIES);
        expired.remove();
        assertThat(kept()).isEqualTo(1);

        clock.pass(Duration.ofSeconds(1));
        expired.remove();
        assertThat(kept()).isZero();
        assertThat(devices.holding(old.hash())).isInstanceOf(DeviceToken.Unknown.class);
    }

    @Test
    void until_then_a_copy_that_shows_up_still_revokes_the_device() {
        Token old = retired(device, 1).getFirst();
        clock.pass(AGE_OF_COOKIES.minusDays(1));
        expired.remove();

        assertThat(devices.holding(old.hash())).isInstanceOf(DeviceToken.Copied.class);
    }

    @Test
    void a_revoked_device_needs_no_retired_tokens_and_another_keeps_its_own() {
        retired(device, 3);
        retired(cast.device("iPad 08"), 2);
        devices.revoke(device, "lost");
        expired.remove();

        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void no_run_removes_more_than_so_many_at_a_time() {
        retired(device, 1);
        db.owner().sql("""
                        insert into organisation.retired_device_token
                        select sha256(n::text::bytea), device_id, retired_at
                        from organisation.retired_device_token, generate_series(1, 10001) n""").update();
        devices.revoke(device, "lost");

        assertThat(devices.forgetRetiredTokens()).isEqualTo(10_000);
        assertThat(devices.forgetRetiredTokens()).isEqualTo(2);
    }

    private java.util.List<Token> retired(DeviceId of, int number) {
        return java.util.stream.Stream.generate(Token::fresh)
                .limit(number)
                .peek(token -> db.owner()
                        .sql("insert into organisation.retired_device_token values (?, ?, ?)")
                        .params(token.hash(), of.value(), clock.instant().atOffset(ZoneOffset.UTC))
                        .update())
                .toList();
    }

    private int kept() {
        return db.owner()
                .sql("select count(*) from organisation.retired_device_token")
                .query(Integer.class)
                .single();
    }
}
