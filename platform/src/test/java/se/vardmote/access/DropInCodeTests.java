package se.vardmote.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.vardmote.access.codes.CodeTries;
import se.vardmote.access.codes.ShortCodes;
import se.vardmote.platform.SecretFiles;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.Parsed;

/** The six characters that a professional reads out to one who has no enrolled device (R1-11). */
class DropInCodeTests {
    private static final String HERE = "192.0.2.7";
    private final TestDatabase database = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final StaffMember nurse = TestCast.nurse();

    private final DropInCodes codes;

    DropInCodeTests(@TempDir Path secrets) {
        var shortCodes = new ShortCodes(new SecretFiles(secrets));
        var tries = new CodeTries(database.app(), shortCodes, clock);
        codes = new DropInCodes(database.app(), database.transactions(), shortCodes, tries, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_right_code_leads_to_the_unit_of_the_one_who_read_it_out() {
        var issued = codes.issue(nurse);

        Token invitation = redeem(issued.code()).orElseThrow();

        assertThat(codes.holderOf(invitation.hash())).contains(new InvitedVisitor(TestCast.VELLINGE, TestCast.NURSES));
    }

    @Test
    void it_may_be_typed_in_any_case_with_spaces_and_dashes() {
        String code = codes.issue(nurse).code().toLowerCase(Locale.ROOT);

        assertThat(redeem(" " + code.substring(0, 2) + "–" + code.substring(2, 4) + " " + code.substring(4)))
                .isInstanceOf(Parsed.Valid.class);
    }

    @Test
    void it_opens_once() {
        String code = codes.issue(nurse).code();
        redeem(code);

        assertThat(redeem(code)).isEqualTo(Parsed.refused("code-wrong"));
    }

    @Test
    void it_opens_for_ten_minutes() {
        String code = codes.issue(nurse).code();
        clock.pass(Duration.ofMinutes(10));

        assertThat(redeem(code)).isEqualTo(Parsed.refused("code-wrong"));
    }

    @Test
    void five_wrong_tries_from_one_place_lock_that_code_there_and_no_other() {
        String code = codes.issue(nurse).code();
        String another = codes.issue(nurse).code();
        for (int i = 0; i < CodeTries.FROM_ONE_PLACE; i++) {
            assertThat(redeem(wrong(code))).isEqualTo(Parsed.refused("code-wrong"));
        }

        assertThat(redeem(code)).isEqualTo(Parsed.refused("code-wrong"));
        assertThat(redeem(another)).isInstanceOf(Parsed.Valid.class);
        assertThat(codes.redeem(code, "192.0.2.8"))
                .as("where it was read out to")
                .isInstanceOf(Parsed.Valid.class);
    }

    @Test
    void one_place_can_not_use_up_the_tries_of_everybody() {
        String code = codes.issue(nurse).code();
        for (int i = 0; i < 2 * CodeTries.FROM_EVERYWHERE; i++) redeem(wrong(code));

        assertThat(codes.redeem(code, "192.0.2.8")).isInstanceOf(Parsed.Valid.class);
    }

    @Test
    void fifty_wrong_tries_from_everywhere_lock_it_for_all() {
        String code = codes.issue(nurse).code();
        for (int i = 0; i < CodeTries.FROM_EVERYWHERE; i++) codes.redeem(wrong(code), "198.51.100." + i);

        assertThat(redeem(code)).isEqualTo(Parsed.refused("code-wrong"));
    }

    @Test
    void all_addresses_of_one_subscribers_ipv6_networks_are_one_place() {
        String code = codes.issue(nurse).code();
        for (int i = 0; i < CodeTries.FROM_ONE_PLACE; i++) codes.redeem(wrong(code), "2001:db8:1:" + i + "::1");

        assertThat(codes.redeem(code, "2001:db8:1:ffff::1")).isEqualTo(Parsed.refused("code-wrong"));
        assertThat(codes.redeem(code, "2001:db8:2::1")).isInstanceOf(Parsed.Valid.class);
    }

    /** As a home has them: five tries from each of its networks are many more than lock a code for all. */
    @Test
    void one_home_with_many_networks_locks_no_code_for_anybody_else() {
        List<String> read =
                Stream.generate(() -> codes.issue(nurse).code()).limit(8).toList();
        for (int network = 0; network < 20; network++) {
            for (String code : read)
                for (int i = 0; i < CodeTries.FROM_ONE_PLACE; i++)
                    codes.redeem(wrong(code), "2001:db8:1:1" + network + "::" + i);
        }

        assertThat(read).allSatisfy(code -> assertThat(codes.redeem(code, "198.51.100.7"))
                .isInstanceOf(Parsed.Valid.class));
    }

    @Test
    void after_sixty_wrong_codes_nothing_is_looked_at_that_is_typed_there_for_ten_minutes() {
        for (int i = 0; i < CodeTries.ALL_FROM_ONE_PLACE; i++)
            redeem(wrong(codes.issue(nurse).code()));
        String code = codes.issue(nurse).code();

        assertThat(redeem(code)).isEqualTo(Parsed.refused("code-locked"));
        assertThat(codes.redeem(code, "192.0.2.8"))
                .as("where it was read out to")
                .isInstanceOf(Parsed.Valid.class);
        clock.pass(CodeTries.WHILE);
        assertThat(redeem(codes.issue(nurse).code())).isInstanceOf(Parsed.Valid.class);
    }

    /** Many live behind the one address of a care home. */
    @Test
    void right_codes_are_never_too_many() {
        for (int i = 0; i < CodeTries.ALL_FROM_ONE_PLACE - 1; i++)
            redeem(wrong(codes.issue(nurse).code()));

        for (int i = 0; i < 3; i++)
            assertThat(redeem(codes.issue(nurse).code())).isInstanceOf(Parsed.Valid.class);
    }

    @Test
    void whether_there_is_such_a_code_is_not_told_by_any_answer() {
        String code = codes.issue(nurse).code();
        String none = wrong((code.startsWith("ZZ") ? "YY" : "ZZ") + code.substring(2));

        List<Parsed<Token>> there = tries(wrong(code), "192.0.2.8");

        assertThat(there).isEqualTo(tries(none, "192.0.2.9")).contains(Parsed.refused("code-locked"));
    }

    private List<Parsed<Token>> tries(String code, String from) {
        return Stream.generate(() -> codes.redeem(code, from))
                .limit(CodeTries.ALL_FROM_ONE_PLACE + 1)
                .toList();
    }

    @Test
    void a_new_code_begins_with_all_its_tries_and_no_address_is_written_down() {
        String code = codes.issue(nurse).code();
        for (int i = 0; i < CodeTries.FROM_ONE_PLACE; i++) redeem(wrong(code));
        String rows = database.app()
                .sql(
                        "select (select string_agg(t::text, ' ') from access.code_try t) || (select string_agg(p::text, ' ') from access.code_place p)")
                .query(String.class)
                .single();
        assertThat(rows)
                .doesNotContain(HERE)
                .doesNotContain(HexFormat.of().formatHex(HERE.getBytes(StandardCharsets.UTF_8)));

        assertThat(redeem(codes.issue(nurse).code())).isInstanceOf(Parsed.Valid.class);
    }

    @Test
    void after_four_wrong_tries_the_right_one_opens() {
        String code = codes.issue(nurse).code();
        for (int i = 0; i < CodeTries.FROM_ONE_PLACE - 1; i++) redeem(wrong(code));

        assertThat(redeem(code)).isInstanceOf(Parsed.Valid.class);
    }

    @Test
    void many_tries_at_once_are_five_too() throws Exception {
        String code = codes.issue(nurse).code();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Parsed<Token>> guess = () -> redeem(wrong(code));
            threads.invokeAll(Collections.nCopies(40, guess));
        }

        assertThat(database.app()
                        .sql("select tries from access.drop_in_code")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void of_two_who_type_the_right_code_at_once_one_comes_in() throws Exception {
        String code = codes.issue(nurse).code();
        try (var elsewhere = Executors.newSingleThreadExecutor()) {
            Future<Parsed<Token>> second = database.transactions().execute(status -> {
                assertThat(redeem(code)).isInstanceOf(Parsed.Valid.class);
                Future<Parsed<Token>> came = elsewhere.submit(() -> codes.redeem(code, "192.0.2.8"));
                database.awaitHeldUp(came);
                return came;
            });
            assertThat(second.get()).isEqualTo(Parsed.refused("code-wrong"));
        }
        assertThat(database.app()
                        .sql("select count(*) from access.invitation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_invitation_lasts_half_an_hour() {
        Token invitation = redeem(codes.issue(nurse).code()).orElseThrow();
        clock.pass(Duration.ofMinutes(29));
        assertThat(codes.holderOf(invitation.hash())).isPresent();
        clock.pass(Duration.ofMinutes(1));
        assertThat(codes.holderOf(invitation.hash())).isEmpty();
    }

    @Test
    void nothing_typed_is_told_from_something_wrong() {
        assertThat(redeem(" ")).isEqualTo(Parsed.refused("code-missing"));
        assertThat(redeem("ABC")).isEqualTo(Parsed.refused("code-wrong"));
        assertThat(redeem("O0O0O0")).isEqualTo(Parsed.refused("code-wrong"));
        assertThat(redeem("A".repeat(10_000))).isEqualTo(Parsed.refused("code-wrong"));
    }

    @Test
    void the_code_stands_nowhere_in_the_database() {
        String code = codes.issue(nurse).code();

        String row = database.app()
                .sql("select c::text from access.drop_in_code c")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(code.substring(2));
    }

    private Parsed<Token> redeem(String typed) {
        return codes.redeem(typed, HERE);
    }

    /** Another secret behind the same locator. */
    private static String wrong(String code) {
        char last = code.charAt(5) == 'Z' ? 'Y' : 'Z';
        return code.substring(0, 5) + last;
    }
}
