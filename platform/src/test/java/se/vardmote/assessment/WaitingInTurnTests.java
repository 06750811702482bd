package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Standing;
import se.vardmote.meetings.Text;
import se.vardmote.meetings.WaitingPlaces.WaitingPlace;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;

/** R0-50: who waits knows the place in turn and whom to ring; who has waited longest stands first. */
class WaitingInTurnTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment there = new TestAssessment(db);
    private final DropIn first = there.waits("Första");
    private final DropIn second = later("Andra");
    private final DropIn third = later("Tredje");

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void places_are_counted_from_who_has_waited_longest() {
        assertThat(place(first)).isEqualTo(1);
        assertThat(place(second)).isEqualTo(2);
        assertThat(place(third)).isEqualTo(3);
        assertThat(there.dropIns.waitingAt(TestCast.VELLINGE, TestCast.NURSES))
                .extracting(dropIn -> dropIn.typed().patientName())
                .containsExactly("Första", "Andra", "Tredje");
    }

    @Test
    void everybody_moves_up_when_somebody_is_let_in_or_goes() {
        there.judgement.admit(TestCast.nurse(), first.id(), TestAssessment.informed());
        assertThat(place(second)).isEqualTo(1);
        there.dropIns.withdraw(second.id());
        assertThat(place(third)).isEqualTo(1);
    }

    @Test
    void who_has_been_answered_has_no_place() {
        there.judgement.turnAway(TestCast.nurse(), first.id(), TestAssessment.homeVisit());
        assertThat(place(first)).isZero();
    }

    @Test
    void two_who_knock_in_the_same_moment_have_different_places() {
        DropIn one = there.waits("Samtidigt");
        DropIn other = there.waits("Samtidigt");
        assertThat(place(other)).isEqualTo(place(one) + 1);
    }

    @Test
    void who_waits_knows_the_unit_its_number_and_since_when() {
        WaitingPlace told = told(second);
        assertThat(told.unitName()).isEqualTo("Kommunsjuksköterskorna");
        assertThat(told.unitPhone()).isEqualTo("+46406280400");
        assertThat(told.since()).isEqualTo(second.knockedAt());
        assertThat(told.refusal()).isNull();
    }

    @Test
    void the_queue_of_another_unit_neither_counts_nor_shows() {
        assertThat(there.room.knock(TestAssessment.knock("Annan kö"), there.doorTo(TestCast.HOME_CARE)))
                .isPresent();
        assertThat(place(third)).isEqualTo(3);
        assertThat(there.dropIns.waitingAt(TestCast.VELLINGE, TestCast.NURSES)).hasSize(3);
        assertThat(there.dropIns.waitingAt(TestCast.TRELLEBORG, TestCast.NURSES))
                .isEmpty();
        assertThat(there.dropIns.find(TestCast.TRELLEBORG, first.id())).isEmpty();
    }

    @Test
    void the_day_shows_what_has_been_answered_since_it_began() {
        there.judgement.turnAway(TestCast.nurse(), second.id(), TestAssessment.homeVisit());
        assertThat(there.dropIns.settledSince(TestCast.VELLINGE, TestCast.NURSES, first.knockedAt()))
                .extracting(DropIn::id)
                .containsExactly(second.id());
        assertThat(there.dropIns.settledSince(TestCast.VELLINGE, TestCast.NURSES, third.knockedAt()))
                .isEmpty();
    }

    @Test
    void a_professional_can_write_to_who_waits_without_being_in_the_room() {
        var nurse = TestCast.nurse();
        there.words.say(nurse, first.id(), "Jag är hos dig om fem minuter.");
        there.words.say(nurse, first.id(), "Nu dröjer det tio.");

        assertThat(there.house.texts.after(first.conversation(), 0))
                .extracting(Text::text)
                .containsExactly("Jag är hos dig om fem minuter.", "Nu dröjer det tio.");
        Participant author = there.house.participants.of(first.conversation()).getLast();
        assertThat(author.standing()).isEqualTo(Standing.INVITED);
        assertThat(author.staff()).isEqualTo(nurse.staff());
        assertThat(there.house.participants.of(first.conversation())).hasSize(3);

        there.judgement.admit(nurse, first.id(), TestAssessment.informed());
        assertThat(there.house.participants.of(first.conversation()))
                .hasSize(3)
                .allMatch(person -> person.standing() == Standing.ADMITTED);
    }

    @Test
    void nobody_can_write_to_who_no_longer_waits() {
        there.dropIns.withdraw(first.id());
        assertThatThrownBy(() -> there.words.say(TestCast.nurse(), first.id(), "Hallå?"))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem().slug())
                .isEqualTo("assessment/stopped-waiting");
    }

    private DropIn later(String patient) {
        there.clock.pass(Duration.ofMinutes(3));
        return there.waits(patient);
    }

    private int place(DropIn dropIn) {
        return told(dropIn).place();
    }

    private WaitingPlace told(DropIn dropIn) {
        return there.queue.about(dropIn.conversation()).orElseThrow();
    }
}
