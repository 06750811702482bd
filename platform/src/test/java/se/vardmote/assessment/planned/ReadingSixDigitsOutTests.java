package se.vardmote.assessment.planned;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.CallCodes;
import se.vardmote.access.Token;
import se.vardmote.access.codes.CodeTries;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.planned.Arrivals.Answer;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.PlannedCallId;

/** R0-17, R0-21: the professional starts a call and reads six digits out, which open nothing without the patient's number. */
class ReadingSixDigitsOutTests {
    private static final String HERE = "192.0.2.7";
    private final TestDatabase db = TestDatabase.fresh();
    private final TestPlanning there = new TestPlanning(db);
    private final CallCodes.Issued issued = there.started();
    private final PlannedCall call = there.now(new PlannedCallId(issued.call()));

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_digits_and_the_number_lead_to_the_queue_without_a_device() {
        var known = (Answer.Known) identify(issued.code(), TestPlanning.NUMBER);
        Optional<Token> seat = there.arrivals.come(known, TestPlanning.karin(null), null);
        assertThat(seat).isPresent();
        DropIn waiting = there.dropIn(call);
        assertThat(waiting.state()).isEqualTo(DropIn.State.WAITING);
        assertThat(waiting.agreedWith()).isEqualTo(there.sara.staff());
        assertThat(waiting.agreedFor()).isNull();
        assertThat(waiting.fromUnit()).isNull();
    }

    @Test
    void they_may_be_typed_in_two_groups_and_are_told_from_six_characters() {
        assertThat(issued.code()).matches("[0-9]{6}");
        String grouped = issued.code().substring(0, 3) + " " + issued.code().substring(3);
        assertThat(identify(grouped, TestPlanning.NUMBER)).isInstanceOf(Answer.Known.class);
        assertThat(CallCodes.looksLike(grouped)).isTrue();
        assertThat(CallCodes.looksLike("K7M4QX")).isFalse();
        assertThat(CallCodes.looksLike("12345")).isFalse();
    }

    @Test
    void a_wrong_code_and_a_wrong_number_have_the_same_answer() {
        assertThat(identify(wrong(), TestPlanning.NUMBER)).isEqualTo(new Answer.Wrong());
        assertThat(identify(issued.code(), TestPlanning.ANOTHER_NUMBER)).isEqualTo(new Answer.Wrong());
        assertThat(identify("", TestPlanning.NUMBER)).isEqualTo(new Answer.Wrong());
    }

    @Test
    void five_wrong_tries_from_one_place_end_the_code_there_whichever_half_was_wrong_and_no_other_code() {
        CallCodes.Issued another = there.started();
        for (int i = 0; i < 3; i++) identify(wrong(), TestPlanning.NUMBER);
        for (int i = 0; i < 2; i++) identify(issued.code(), TestPlanning.ANOTHER_NUMBER);
        assertThat(identify(issued.code(), TestPlanning.NUMBER)).isEqualTo(new Answer.Wrong());
        assertThat(there.arrivals.identify(issued.code(), TestPlanning.NUMBER, "192.0.2.8"))
                .as("where it was read out to")
                .isInstanceOf(Answer.Known.class);
        assertThat(identify(another.code(), TestPlanning.NUMBER)).isInstanceOf(Answer.Known.class);
    }

    /** They could have opened nothing: so nobody who does not know the patient's number ends the code for others. */
    @Test
    void tries_with_both_wrong_end_it_for_nobody_else_however_many_and_from_wherever() {
        for (int i = 0; i < 10 * CodeTries.DIGITS_FROM_EVERYWHERE; i++) {
            there.arrivals.identify(wrong(), TestPlanning.ANOTHER_NUMBER, "198.51.100." + i);
        }
        assertThat(identify(issued.code(), TestPlanning.NUMBER)).isInstanceOf(Answer.Known.class);
    }

    /** Who overheard the digits tries numbers; who knows the number tries digits: both are few. */
    @Test
    void twenty_tries_with_the_right_digits_and_wrong_numbers_end_it_for_all() {
        for (int i = 0; i < CodeTries.DIGITS_FROM_EVERYWHERE; i++) {
            there.arrivals.identify(issued.code(), TestPlanning.ANOTHER_NUMBER, "198.51.100." + i);
        }
        assertThat(identify(issued.code(), TestPlanning.NUMBER)).isEqualTo(new Answer.Wrong());
    }

    @Test
    void after_sixty_wrong_tries_of_whatever_codes_nothing_is_looked_at_that_is_typed_there() {
        for (int i = 0; i < CodeTries.ALL_FROM_ONE_PLACE; i++) {
            identify(
                    "%06d".formatted((Integer.parseInt(issued.code()) + 1_000 * (i + 1)) % 1_000_000),
                    TestPlanning.NUMBER);
        }
        assertThat(identify(issued.code(), TestPlanning.NUMBER)).isEqualTo(new Answer.TooMany());
        assertThat(there.arrivals.identify(issued.code(), TestPlanning.NUMBER, "192.0.2.8"))
                .isInstanceOf(Answer.Known.class);
    }

    @Test
    void twenty_tries_with_the_right_number_from_everywhere_end_it_for_all_and_the_professional_no_longer_sees_it() {
        for (int i = 0; i < CodeTries.DIGITS_FROM_EVERYWHERE; i++) {
            there.arrivals.identify(wrong(), TestPlanning.NUMBER, "198.51.100." + i);
        }
        assertThat(identify(issued.code(), TestPlanning.NUMBER)).isEqualTo(new Answer.Wrong());
        assertThat(there.codes.of(List.of(issued.call()))).isEmpty();
    }

    @Test
    void the_right_two_do_not_use_the_tries_up() {
        for (int i = 0; i < CodeTries.ALL_FROM_ONE_PLACE + 1; i++) {
            assertThat(identify(issued.code(), TestPlanning.NUMBER)).isInstanceOf(Answer.Known.class);
        }
    }

    @Test
    void after_four_wrong_tries_the_right_two_open() {
        for (int i = 0; i < 4; i++) identify(issued.code(), TestPlanning.ANOTHER_NUMBER);
        assertThat(identify(issued.code(), TestPlanning.NUMBER)).isInstanceOf(Answer.Known.class);
    }

    @Test
    void many_tries_at_once_are_five_too() throws Exception {
        Callable<Answer> guess = () -> identify(issued.code(), TestPlanning.ANOTHER_NUMBER);
        try (var threads = Executors.newFixedThreadPool(6)) {
            threads.invokeAll(Stream.generate(() -> guess).limit(20).toList());
        }
        assertThat(db.app()
                        .sql("select count(*) from audit.event where outcome = 'REFUSED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void they_open_for_ten_minutes_and_new_digits_end_the_old_ones() {
        there.clinic.clock.pass(Duration.ofMinutes(9));
        assertThat(identify(issued.code(), TestPlanning.NUMBER)).isInstanceOf(Answer.Known.class);
        there.clinic.clock.pass(Duration.ofMinutes(1));
        assertThat(identify(issued.code(), TestPlanning.NUMBER)).isEqualTo(new Answer.Wrong());

        CallCodes.Issued first =
                there.codes.issue(there.sara.careProvider(), call.id().value());
        CallCodes.Issued second =
                there.codes.issue(there.sara.careProvider(), call.id().value());
        if (!first.code().equals(second.code()))
            assertThat(identify(first.code(), TestPlanning.NUMBER)).isEqualTo(new Answer.Wrong());
        assertThat(identify(second.code(), TestPlanning.NUMBER)).isInstanceOf(Answer.Known.class);
    }

    @Test
    void the_professional_sees_the_same_digits_again_though_they_stand_nowhere() {
        assertThat(there.codes.of(List.of(call.id().value())).get(call.id().value()))
                .isEqualTo(issued);
        assertThat(db.app()
                        .sql("select c.locator || encode(c.nonce, 'hex') from access.call_code c")
                        .query(String.class)
                        .single())
                .startsWith(issued.code().substring(0, 3))
                .isNotEqualTo(issued.code());
    }

    @Test
    void what_is_cancelled_cannot_be_opened_by_its_digits() {
        there.planning.cancel(there.sara, call.id(), false);
        assertThat(identify(issued.code(), TestPlanning.NUMBER)).isEqualTo(new Answer.Wrong());
    }

    private Answer identify(String code, String number) {
        return there.arrivals.identify(code, number, HERE);
    }

    /** Another secret behind the same locator. */
    private String wrong() {
        char last = issued.code().charAt(5) == '9' ? '8' : '9';
        return issued.code().substring(0, 5) + last;
    }
}
