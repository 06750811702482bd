package se.vardmote.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.access.Token;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.DeviceId;

/** The token of a shared device (issue: enrolment; cookie rotated, a reused old one revokes). */
class DeviceTokenTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final Devices devices = new Devices(database.app(), clock);
    private final Token first = Token.fresh();
    private final Token second = Token.fresh();
    private final Token third = Token.fresh();
    private DeviceId device;

    @BeforeEach
    void enrolled() {
        device = TestCast.in(database).device("iPad 07");
        devices.enrol(device, first.hash());
        devices.seen(device);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_present_token_is_the_devices() {
        assertThat(devices.holding(first.hash()))
                .isInstanceOfSatisfying(
                        DeviceToken.Present.class,
                        present -> assertThat(present.device().id()).isEqualTo(device));
    }

    @Test
    void requests_under_way_when_the_token_changed_are_let_in() {
        rotate(first, second);
        devices.seen(device);
        clock.pass(Duration.ofSeconds(30));

        assertThat(devices.holding(first.hash())).isInstanceOf(DeviceToken.Previous.class);
    }

    @Test
    void a_lost_answer_does_not_lock_the_device_out() {
        rotate(first, second);
        clock.pass(Duration.ofDays(3));

        assertThat(devices.holding(first.hash()))
                .isInstanceOfSatisfying(DeviceToken.Previous.class, previous -> assertThat(previous.answerLost())
                        .isTrue());
        assertThat(rotate(first, third)).isTrue();
        assertThat(devices.holding(third.hash())).isInstanceOf(DeviceToken.Present.class);
    }

    @Test
    void the_token_before_shown_long_after_its_successor_was_used_revokes_the_device() {
        rotate(first, second);
        devices.seen(device);
        clock.pass(Duration.ofMinutes(2));

        assertThat(devices.holding(first.hash())).isInstanceOf(DeviceToken.Copied.class);
        assertThat(devices.holding(second.hash())).isInstanceOf(DeviceToken.Unknown.class);
    }

    @Test
    void an_older_token_than_that_revokes_the_device_too() {
        rotate(first, second);
        devices.seen(device);
        rotate(second, third);
        devices.seen(device);

        assertThat(devices.holding(first.hash())).isInstanceOf(DeviceToken.Copied.class);
        assertThat(devices.holding(third.hash())).isInstanceOf(DeviceToken.Unknown.class);
    }

    @Test
    void a_token_that_was_never_given_is_nobodys_and_revokes_nothing() {
        assertThat(devices.holding(second.hash())).isInstanceOf(DeviceToken.Unknown.class);
        assertThat(devices.holding(first.hash())).isInstanceOf(DeviceToken.Present.class);
    }

    @Test
    void of_many_requests_that_would_change_the_token_one_does() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> change = () -> rotate(first, Token.fresh());
            long changed = threads.invokeAll(Collections.nCopies(8, change)).stream()
                    .filter(future -> future.resultNow())
                    .count();
            assertThat(changed).isEqualTo(1);
        }
        assertThat(devices.holding(first.hash())).isInstanceOf(DeviceToken.Previous.class);
    }

    @Test
    void a_revoked_device_opens_nothing_again() {
        devices.revoke(device, "tappad");

        assertThat(devices.holding(first.hash())).isInstanceOf(DeviceToken.Unknown.class);
        assertThat(devices.enrol(device, second.hash())).isFalse();
        assertThat(devices.find(TestCast.VELLINGE, device).orElseThrow().revokedWhy())
                .isEqualTo("tappad");
    }

    @Test
    void a_new_pairing_ends_the_tokens_before_it() {
        devices.enrol(device, second.hash());

        assertThat(devices.holding(second.hash())).isInstanceOf(DeviceToken.Present.class);
        assertThat(devices.holding(first.hash())).isInstanceOf(DeviceToken.Copied.class);
    }

    private boolean rotate(Token shown, Token next) {
        return Boolean.TRUE.equals(
                database.transactions().execute(status -> devices.rotate(device, shown.hash(), next.hash())));
    }
}
