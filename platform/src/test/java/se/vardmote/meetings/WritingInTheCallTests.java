package se.vardmote.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.vardmote.access.TestClock;
import se.vardmote.meetings.TestMeetings.Waiting;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.ParticipantId;

/** R2-76, R4-347, R0-35: text in the call, in one order for everybody, without loss and without doubles. */
class WritingInTheCallTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestMeetings house = new TestMeetings(db, TestClock.atNoon());
    private final Waiting waiting = house.somebodyWaits();
    private final ParticipantId author =
            house.participants.of(waiting.unit()).getFirst().id();

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_same_key_twice_is_one_line() {
        UUID key = UUID.randomUUID();
        assertThat(say(key, "Hon har ont i höften")).isTrue();
        assertThat(say(key, "Hon har ont i höften")).isFalse();
        assertThat(say(UUID.randomUUID(), "Nu också i knät")).isTrue();
        assertThat(house.texts.after(waiting.unit(), 0))
                .extracting(Text::text)
                .containsExactly("Hon har ont i höften", "Nu också i knät");
    }

    @Test
    void lines_written_at_once_by_eight_get_places_without_gaps() throws Exception {
        Callable<Boolean> line = () -> say(UUID.randomUUID(), "rad");
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var one :
                    threads.invokeAll(IntStream.range(0, 80).mapToObj(i -> line).toList())) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(house.texts.after(waiting.unit(), 0))
                .extracting(Text::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
    }

    @Test
    void the_same_key_sent_at_once_by_eight_is_one_line() throws Exception {
        UUID key = UUID.randomUUID();
        Callable<Boolean> line = () -> say(key, "en enda rad");
        int kept = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var one :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> line).toList())) {
                if (one.get()) kept++;
            }
        }
        assertThat(kept).isOne();
        assertThat(house.texts.after(waiting.unit(), 0)).hasSize(1);
    }

    @Test
    void a_page_that_has_read_n_lines_gets_those_after() {
        for (int i = 1; i <= 4; i++) say(UUID.randomUUID(), "rad " + i);
        assertThat(house.texts.after(waiting.unit(), 2)).extracting(Text::text).containsExactly("rad 3", "rad 4");
        assertThat(house.texts.after(waiting.unit(), 4)).isEmpty();
    }

    @Test
    void more_lines_than_anybody_reads_are_refused_but_one_that_was_kept_is_known_again() {
        UUID key = UUID.randomUUID();
        say(key, "den första");
        db.owner()
                .sql("update meetings.conversation set last_sequence = ? where retention_unit_id = ?")
                .params(Texts.MOST, waiting.unit().value())
                .update();
        assertProblem("en till", "meetings/too-much-said");
        assertThat(say(key, "den första")).isFalse();
    }

    @Test
    void a_conversation_that_has_closed_refuses() {
        house.lobby.turnAway(waiting.unit());
        assertProblem("Hallå?", "meetings/not-open");
        assertThat(house.texts.after(waiting.unit(), 0)).isEmpty();
    }

    @Test
    void two_thousand_characters_are_kept_as_written_and_one_more_is_refused() {
        String longest = "å".repeat(Text.LONGEST);
        assertThat(say(UUID.randomUUID(), longest)).isTrue();
        assertThat(house.texts.after(waiting.unit(), 0)).extracting(Text::text).containsExactly(longest);
        assertProblem(longest + "!", "meetings/text-not-sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t"})
    void an_empty_line_is_not_sent(String text) {
        assertProblem(text, "meetings/text-not-sent");
    }

    @Test
    void what_is_written_is_unreadable_in_the_database_and_in_logs() {
        say(UUID.randomUUID(), "Tolvan ramlade i köket");
        assertThat(db.owner()
                        .sql("select sealed from meetings.text")
                        .query(byte[].class)
                        .single())
                .satisfies(kept -> assertThat(new String(kept)).doesNotContain("Tolvan"));
        assertThat(house.texts.after(waiting.unit(), 0).toString()).doesNotContain("Tolvan");
    }

    @Test
    void two_lines_or_two_names_that_change_places_in_the_database_cannot_be_read() {
        say(UUID.randomUUID(), "Ja");
        say(UUID.randomUUID(), "Nej");
        swap("update meetings.text a set sealed = b.sealed from meetings.text b where a.sequence <> b.sequence");
        assertUnreadable(() -> house.texts.after(waiting.unit(), 0));
        swap(
                "update meetings.participant a set name_sealed = b.name_sealed from meetings.participant b where a.id <> b.id");
        assertUnreadable(() -> house.participants.of(waiting.unit()));
    }

    private void swap(String sql) {
        assertThat(db.owner().sql(sql).update()).isEqualTo(2);
    }

    private static void assertUnreadable(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem().slug())
                .isEqualTo("retention/unreadable");
    }

    @Test
    void one_conversation_never_shows_the_lines_of_another() {
        say(UUID.randomUUID(), "bara här");
        assertThat(house.texts.after(house.somebodyWaits().unit(), 0)).isEmpty();
    }

    private boolean say(UUID key, String text) {
        return house.texts.say(waiting.unit(), author, key, text);
    }

    private void assertProblem(String text, String slug) {
        assertThatThrownBy(() -> say(UUID.randomUUID(), text))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem().slug())
                .isEqualTo(slug);
    }
}
