package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.vardmote.access.CallCodes;
import se.vardmote.access.DropInCodes;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.assessment.planned.Arrivals;
import se.vardmote.assessment.planned.Planning;
import se.vardmote.assessment.planned.TestPlanning;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.Parsed;

/** Ten thousand guesses of codes and links, from one address and from a thousand: nobody else notices. */
@Tag("thorough")
class TenThousandGuessesTests {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String TYPE_A_CODE = "/bedomningssamtal/kod";
    private static final String DIGITS = "/bedomningssamtal/kod/person";
    private static final String PAIR = "/para-ihop";
    private static final int GUESSES = 10_000;
    private static final int READ_OUT = 30;
    private static final TestHouse house = new TestHouse();
    private final Random random = new Random(7);

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void codes_guessed_from_one_address_open_nothing_and_lock_no_code_for_anybody_else() {
        List<String> codes = readOut();
        Set<Integer> answers = guess(200, _ -> "127.0.0.9", code(TYPE_A_CODE, codes));
        assertThat(answers).as("each answered, none let in").containsExactly(422);
        assertEachOpens(codes);
    }

    @Test
    void codes_guessed_from_a_thousand_addresses_open_nothing_and_lock_no_code_for_anybody_else() {
        List<String> codes = readOut();
        Set<Integer> answers =
                guess(1_000, each -> "127.1." + each / 250 + "." + (each % 250 + 1), code(TYPE_A_CODE, codes));
        assertThat(answers).containsExactly(422);
        assertEachOpens(codes);
    }

    /** Whoever knows which codes there are, behind as many networks as a home can have. */
    @Test
    void codes_guessed_from_one_home_lock_no_code_for_anybody_else() {
        List<String> codes = readOut();
        for (int i = 0; i < GUESSES; i++) {
            String network = "2001:db8:7:" + Integer.toHexString(i % 256) + "::1";
            assertThat(dropIn().redeem(wrong(codes.get(i % READ_OUT)), network)).isInstanceOf(Parsed.Refused.class);
        }
        assertEachOpens(codes);
    }

    @Test
    void six_digits_guessed_from_one_address_open_nothing_and_end_no_call_for_anybody_else() {
        List<String> codes = digitsReadOut();
        assertThat(guess(200, _ -> "127.0.0.11", digits(codes))).containsExactly(422);
        assertEachCallOpens(codes);
    }

    /** Ten thousand at thirty codes: by far more than end a code, had they one half right. */
    @Test
    void six_digits_guessed_from_a_thousand_addresses_open_nothing_and_end_no_call_for_anybody_else() {
        List<String> codes = digitsReadOut();
        Set<Integer> answers = guess(1_000, each -> "127.3." + each / 250 + "." + (each % 250 + 1), digits(codes));
        assertThat(answers).containsExactly(422);
        assertEachCallOpens(codes);
    }

    @Test
    void pairing_codes_are_guessed_in_vain() {
        Set<Integer> answers = guess(200, _ -> "127.0.0.10", code(PAIR, List.of()));
        assertThat(answers).containsExactly(422);
        assertThat(rows("access.pairing where claim_hash is not null")).isZero();
    }

    @Test
    void links_guessed_from_many_addresses_open_nothing_and_who_waits_goes_on_waiting() {
        Token seat = knock();
        Set<Integer> answers = guess(200, each -> "127.2.0." + (each + 1), guesser -> guesser.get(
                        "/samtal", "__Host-seat=" + Token.fresh().text())
                .status());
        assertThat(answers).as("sent to the goodbye page, or refused").isSubsetOf(302, 303, 401, 403);
        try (var owner = new Guesser(house, "127.0.0.1")) {
            assertThat(owner.get("/samtal", "__Host-seat=" + seat.text()).status())
                    .isEqualTo(200);
        }
    }

    /** One act of a guesser, and the status that it was answered with. */
    private interface Guess {
        int by(Guesser guesser);
    }

    /** So many that every locator is hit; never, by chance, one that was read out, nor the six digits of an agreed call. */
    private Guess code(String page, List<String> readOut) {
        var right = new HashSet<>(readOut);
        return guesser -> {
            String typed;
            do
                typed = random.ints(6, 0, ALPHABET.length())
                        .mapToObj(i -> ALPHABET.substring(i, i + 1))
                        .reduce("", String::concat);
            while (right.contains(typed) || typed.chars().allMatch(Character::isDigit));
            return guesser.types(page, typed).status();
        };
    }

    /** Of codes that there are, with the number of somebody else. */
    private Guess digits(List<String> readOut) {
        return guesser -> {
            String right = readOut.get(random.nextInt(READ_OUT));
            return guesser.fills(DIGITS, "code=" + wrong(right) + "&identityNumber=" + TestPlanning.ANOTHER_NUMBER)
                    .status();
        };
    }

    /** Another last character: of six digits, a digit again. */
    private static String wrong(String code) {
        char last = code.charAt(5) == '9' ? '8' : '9';
        return code.substring(0, 5) + last;
    }

    private static Set<Integer> guess(int connections, IntFunction<String> address, Guess guess) {
        List<Callable<Set<Integer>>> all = IntStream.range(0, connections)
                .<Callable<Set<Integer>>>mapToObj(
                        each -> () -> guess(address.apply(each), GUESSES / connections, guess))
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = new HashSet<Integer>();
            for (var done : threads.invokeAll(all)) answers.addAll(done.get());
            return answers;
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Integer> guess(String address, int times, Guess guess) {
        var statuses = new HashSet<Integer>();
        try (var guesser = new Guesser(house, address).at(TYPE_A_CODE)) {
            for (int i = 0; i < times; i++) statuses.add(guess.by(guesser));
        }
        return statuses;
    }

    private static List<String> readOut() {
        return Stream.generate(() -> dropIn().issue(TestCast.nurse()).code())
                .limit(READ_OUT)
                .toList();
    }

    private static List<String> digitsReadOut() {
        Planning planning = house.context().getBean(Planning.class);
        CallCodes codes = house.context().getBean(CallCodes.class);
        return Stream.generate(() -> planning.plan(
                        TestCast.nurse(),
                        TestPlanning.planAt(null, null, house.clock().instant())))
                .limit(READ_OUT)
                .map(call -> codes.issue(TestCast.VELLINGE, call.value()).code())
                .toList();
    }

    private static void assertEachOpens(List<String> codes) {
        for (String code : codes)
            assertThat(dropIn().redeem(code, "192.0.2.44")).isInstanceOf(Parsed.Valid.class);
    }

    private static void assertEachCallOpens(List<String> codes) {
        var arrivals = house.context().getBean(Arrivals.class);
        for (String code : codes)
            assertThat(arrivals.identify(code, TestPlanning.NUMBER, "192.0.2.44"))
                    .isInstanceOf(Arrivals.Answer.Known.class);
    }

    private static DropInCodes dropIn() {
        return house.context().getBean(DropInCodes.class);
    }

    private static Token knock() {
        var receiving = house.context()
                .getBean(Organisation.class)
                .unit(TestCast.NURSES)
                .orElseThrow();
        return house.context()
                .getBean(DropInRoom.class)
                .knock(
                        TestAssessment.knock("Tolvan Tolvansson"),
                        new Knock.Door(TestCast.HOME_CARE, null, "Höllviken", null, receiving))
                .orElseThrow();
    }

    private static int rows(String of) {
        return house.database
                .owner()
                .sql("select count(*) from " + of)
                .query(Integer.class)
                .single();
    }
}
