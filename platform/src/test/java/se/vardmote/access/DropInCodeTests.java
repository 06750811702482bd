package se.vardmote.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.vardmote.access.codes.ShortCodes;
import se.vardmote.platform.SecretFiles;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.Parsed;

/** The six characters that a professional reads out to one who has no enrolled device (R1-11). */
class DropInCodeTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final StaffMember nurse = TestCast.nurse();

    private final DropInCodes codes;

    DropInCodeTests(@TempDir Path secrets) {
        codes = new DropInCodes(
                database.app(), database.transactions(), new ShortCodes(new SecretFiles(secrets)), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_right_code_leads_to_the_unit_of_the_one_who_read_it_out() {
        var issued = codes.issue(nurse);

        Token invitation = codes.redeem(issued.code()).orElseThrow();

        assertThat(codes.holderOf(invitation.hash())).contains(new InvitedVisitor(TestCast.VELLINGE, TestCast.NURSES));
    }

    @Test
    void it_may_be_typed_in_any_case_with_spaces_and_dashes() {
        String code = codes.issue(nurse).code().toLowerCase(Locale.ROOT);

        assertThat(codes.redeem(" " + code.substring(0, 2) + "–" + code.substring(2, 4) + " " + code.substring(4)))
                .isInstanceOf(Parsed.Valid.class);
    }

    @Test
    void it_opens_once() {
        String code = codes.issue(nurse).code();
        codes.redeem(code);

        assertThat(codes.redeem(code)).isEqualTo(Parsed.refused("code-wrong"));
    }

    @Test
    void it_opens_for_ten_minutes() {
        String code = codes.issue(nurse).code();
        clock.pass(Duration.ofMinutes(10));

        assertThat(codes.redeem(code)).isEqualTo(Parsed.refused("code-wrong"));
    }

    @Test
    void five_wrong_tries_lock_that_code_and_no_other() {
        String code = codes.issue(nurse).code();
        String another = codes.issue(nurse).code();
        for (int i = 0; i < ShortCodes.TRIES; i++) {
            assertThat(codes.redeem(wrong(code))).isEqualTo(Parsed.refused("code-wrong"));
        }

        assertThat(codes.redeem(code)).isEqualTo(Parsed.refused("code-locked"));
        assertThat(codes.redeem(another)).isInstanceOf(Parsed.Valid.class);
    }

    @Test
    void after_four_wrong_tries_the_right_one_opens() {
        String code = codes.issue(nurse).code();
        for (int i = 0; i < ShortCodes.TRIES - 1; i++) codes.redeem(wrong(code));

        assertThat(codes.redeem(code)).isInstanceOf(Parsed.Valid.class);
    }

    @Test
    void many_tries_at_once_are_five_too() throws Exception {
        String code = codes.issue(nurse).code();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Parsed<Token>> guess = () -> codes.redeem(wrong(code));
            threads.invokeAll(Collections.nCopies(40, guess));
        }

        assertThat(database.app()
                        .sql("select tries from access.drop_in_code")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void of_many_who_type_the_right_code_at_once_one_comes_in() throws Exception {
        String code = codes.issue(nurse).code();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Parsed<Token>> type = () -> codes.redeem(code);
            long in = threads.invokeAll(Collections.nCopies(4, type)).stream()
                    .filter(future -> future.resultNow() instanceof Parsed.Valid)
                    .count();
            assertThat(in).isEqualTo(1);
        }
    }

    @Test
    void the_invitation_lasts_half_an_hour() {
        Token invitation = codes.redeem(codes.issue(nurse).code()).orElseThrow();
        clock.pass(Duration.ofMinutes(29));
        assertThat(codes.holderOf(invitation.hash())).isPresent();
        clock.pass(Duration.ofMinutes(1));
        assertThat(codes.holderOf(invitation.hash())).isEmpty();
    }

    @Test
    void nothing_typed_is_told_from_something_wrong() {
        assertThat(codes.redeem(" ")).isEqualTo(Parsed.refused("code-missing"));
        assertThat(codes.redeem("ABC")).isEqualTo(Parsed.refused("code-wrong"));
        assertThat(codes.redeem("O0O0O0")).isEqualTo(Parsed.refused("code-wrong"));
        assertThat(codes.redeem("A".repeat(10_000))).isEqualTo(Parsed.refused("code-wrong"));
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

    /** Another secret behind the same locator. */
    private static String wrong(String code) {
        char last = code.charAt(5) == 'Z' ? 'Y' : 'Z';
        return code.substring(0, 5) + last;
    }
}
