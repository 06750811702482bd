package se.vardmote.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.meetings.TestMeetings.Waiting;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-18, R0-61: a call is handed to a colleague who is in it, by one press and another. */
@Tag("R0-18")
@Tag("R0-61")
class HandingOverTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestMeetings house = new TestMeetings(db, TestClock.atNoon());
    private final TestColleagues staff = new TestColleagues(db);
    private final StaffMember sara = staff.at(TestCast.NURSES, "Sara Sjuk", Profession.NURSE);
    private final StaffMember alva = staff.at(TestCast.HOME_CARE, "Alva Brink", Profession.PHYSIOTHERAPIST);
    private final Waiting waiting = house.somebodyWaits();
    private final MeetingId meeting = house.admit(waiting, sara);

    @BeforeEach
    void alvaIsIn() {
        house.invitations.ask(meeting, sara.staff(), alva.staff(), alva.unit(), false);
        house.invitations.goIn(meeting, alva);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void offered_and_taken_the_other_leads_the_call_and_it_stands_who_led_it_from_when() {
        house.handOvers.offer(meeting, sara.staff(), person(alva));
        assertThat(chair()).isEqualTo(sara.staff());
        house.handOvers.accept(meeting, alva);
        assertThat(chair()).isEqualTo(alva.staff());
        assertThat(house.handOvers.of(meeting)).singleElement().satisfies(handed -> {
            assertThat(handed.from()).isEqualTo(sara.staff());
            assertThat(handed.to()).isEqualTo(alva.staff());
        });
        refused("meetings/not-the-chair", () -> house.meetings.end(TestCast.VELLINGE, meeting, sara.staff()));
        house.meetings.end(TestCast.VELLINGE, meeting, alva.staff());
    }

    @Test
    void the_first_leaves_and_the_call_goes_on() {
        house.handOvers.offer(meeting, sara.staff(), person(alva));
        house.handOvers.accept(meeting, alva);
        house.departures.leave(waiting.unit(), TestMeetings.attendee(sara));
        assertThat(house.meetings.find(meeting).orElseThrow().goesOn()).isTrue();
    }

    @Test
    void nobody_takes_what_was_not_offered_to_them() {
        refused("meetings/no-longer-asked", () -> house.handOvers.accept(meeting, alva));
        house.handOvers.offer(meeting, sara.staff(), person(alva));
        refused("meetings/no-longer-asked", () -> house.handOvers.accept(meeting, sara));
        assertThat(chair()).isEqualTo(sara.staff());
    }

    @Test
    void only_the_one_who_leads_the_call_offers_it_and_only_to_a_professional_who_is_in() {
        refused("meetings/not-the-chair", () -> house.handOvers.offer(meeting, alva.staff(), person(sara)));
        ParticipantId patient = house.participants.of(waiting.unit()).getFirst().id();
        refused("meetings/cannot-be-asked", () -> house.handOvers.offer(meeting, sara.staff(), patient));
        house.departures.leave(waiting.unit(), TestMeetings.attendee(alva));
        refused("meetings/cannot-be-asked", () -> house.handOvers.offer(meeting, sara.staff(), person(alva)));
    }

    @Test
    void who_has_left_does_not_take_it() {
        house.handOvers.offer(meeting, sara.staff(), person(alva));
        house.departures.leave(waiting.unit(), TestMeetings.attendee(alva));
        refused("meetings/no-longer-asked", () -> house.handOvers.accept(meeting, alva));
    }

    @Test
    void an_offer_is_declined_or_taken_back() {
        house.handOvers.offer(meeting, sara.staff(), person(alva));
        house.handOvers.refuse(meeting, alva.staff());
        refused("meetings/no-longer-asked", () -> house.handOvers.accept(meeting, alva));
        house.handOvers.offer(meeting, sara.staff(), person(alva));
        house.handOvers.refuse(meeting, sara.staff());
        refused("meetings/no-longer-asked", () -> house.handOvers.accept(meeting, alva));
    }

    private StaffId chair() {
        return house.meetings.find(meeting).orElseThrow().chair();
    }

    private ParticipantId person(StaffMember who) {
        return house.participants.of(waiting.unit()).stream()
                .filter(person -> who.staff().equals(person.staff()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void refused(String slug, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().slug())
                .isEqualTo(slug));
    }
}
