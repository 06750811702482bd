package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import se.vardmote.access.DropInCodes;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.Parsed;

/** Ten thousand guesses of codes and links, from one address and from a thousand: nobody else notices. */
@Tag("thorough")
class TenThousandGuessesTests {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String TYPE_A_CODE = "/bedomningssamtal/kod";
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
        var codes = new ArrayList<String>();
        Stream.generate(() -> house.context()
                        .getBean(DropInCodes.class)
                        .issue(TestCast.nurse())
                        .code())
                .limit(READ_OUT)
                .forEach(codes::add);
        return codes;
    }

    private static void assertEachOpens(List<String> codes) {
        for (String code : codes)
            assertThat(house.context().getBean(DropInCodes.class).redeem(code, "192.0.2.44"))
                    .isInstanceOf(Parsed.Valid.class);
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
