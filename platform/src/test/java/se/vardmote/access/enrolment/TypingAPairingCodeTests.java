package se.vardmote.access.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.access.Token;
import se.vardmote.access.codes.CodeTries;
import se.vardmote.access.codes.Place;
import se.vardmote.access.codes.ShortCode;
import se.vardmote.access.codes.ShortCodes;
import se.vardmote.platform.SecretFiles;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.Parsed;

/** The code of a pairing, as one tablet or several type it (issue: enrolment). */
class TypingAPairingCodeTests {
    private static final List<String> WORDS = List.of("ek", "sol", "bro");
    private final TestDatabase database = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final Pairings pairings;
    private final DeviceId device = TestCast.in(database).device("iPad 07");

    TypingAPairingCodeTests(@TempDir java.nio.file.Path secrets) {
        var codes = new ShortCodes(new SecretFiles(secrets));
        pairings = new Pairings(database.app(), codes, new CodeTries(database.app(), codes, clock), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void of_two_who_type_the_right_code_at_once_one_is_paired() throws Exception {
        ShortCode code = shown();
        try (var elsewhere = Executors.newSingleThreadExecutor()) {
            Future<Parsed<DeviceId>> second = database.transactions().execute(status -> {
                assertThat(typed(code, "192.0.2.7")).isEqualTo(Parsed.valid(device));
                Future<Parsed<DeviceId>> came = elsewhere.submit(() -> typed(code, "192.0.2.8"));
                database.awaitHeldUp(came);
                return came;
            });
            assertThat(second.get()).isEqualTo(Parsed.refused("code-wrong"));
        }
    }

    @Test
    void after_sixty_wrong_codes_nothing_is_looked_at_that_is_typed_there() {
        ShortCode code = shown();
        var none = new ShortCode(code.locator().equals("ZZ") ? "YY" : "ZZ", code.secret());
        for (int i = 0; i < CodeTries.ALL_FROM_ONE_PLACE; i++)
            assertThat(typed(none, "192.0.2.7")).isEqualTo(Parsed.refused("code-wrong"));

        assertThat(typed(code, "192.0.2.7")).isEqualTo(Parsed.refused("code-locked"));
        assertThat(typed(code, "192.0.2.8")).isEqualTo(Parsed.valid(device));
    }

    @Test
    void right_codes_are_never_too_many() {
        for (int i = 0; i < CodeTries.ALL_FROM_ONE_PLACE + 1; i++)
            assertThat(typed(shown(), "192.0.2.7")).isEqualTo(Parsed.valid(device));
    }

    private ShortCode shown() {
        pairings.begin(device, TestCast.VELLINGE);
        if (!(pairings.of(TestCast.VELLINGE).get(device) instanceof Pairing.CodeShown(String code, Instant until)))
            throw new IllegalStateException("no code is shown");
        return ShortCode.parse(code).orElseThrow();
    }

    private Parsed<DeviceId> typed(ShortCode code, String address) {
        return pairings.claim(code, Place.of(address), Token.fresh(), WORDS);
    }
}
