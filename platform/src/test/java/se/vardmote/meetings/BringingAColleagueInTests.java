package se.vardmote.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.meetings.TestMeetings.Waiting;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.Profession;

/** R0-18, R0-55, R0-61: the one who leads a call asks a licensed colleague in, of whichever unit and care provider. */
@Tag("R0-18")
@Tag("R0-55")
@Tag("R0-61")
class BringingAColleagueInTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestMeetings house = new TestMeetings(db, TestClock.atNoon());
    private final TestColleagues staff = new TestColleagues(db);
    private final StaffMember sara = staff.at(TestCast.NURSES, "Sara Sjuk", Profession.NURSE);
    private final StaffMember alva = staff.at(TestCast.ELSEWHERE, "Alva Brink", Profession.PHYSIOTHERAPIST);
    private final Waiting waiting = house.somebodyWaits();
    private final MeetingId meeting = house.admit(waiting, sara);
    private final MeetingRelations relations =
            new MeetingRelations(house.meetings, house.participants, house.invitations);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_colleague_of_another_care_provider_who_is_asked_and_comes_in_is_a_professional_identified_by_the_card() {
        ask(alva, false);
        house.invitations.goIn(meeting, alva);
        assertThat(person(alva))
                .extracting(Participant::role, Participant::identification, Participant::standing, Participant::name)
                .containsExactly(ParticipantRole.PROFESSIONAL, Identification.SITHS, Standing.ADMITTED, "Alva Brink");
        assertThat(house.events).anySatisfy(event -> assertThat(event)
                .isInstanceOfSatisfying(
                        CameIn.class, came -> assertThat(came.careProvider()).isEqualTo(TestCast.TRELLEBORG)));
        assertThat(relations.between(alva, meeting)).get().satisfies(found -> assertThat(found.careProvider())
                .isEqualTo(TestCast.VELLINGE));
    }

    @Test
    void to_be_asked_opens_nothing() {
        ask(alva, false);
        assertThat(relations.between(alva, meeting)).isEmpty();
        assertThat(house.participants.of(waiting.unit()))
                .noneMatch(person -> alva.staff().equals(person.staff()));
    }

    @Test
    void whoever_was_not_asked_does_not_come_in() {
        refused("meetings/no-longer-asked", () -> house.invitations.goIn(meeting, alva));
        assertThat(relations.between(alva, meeting)).isEmpty();
    }

    @Test
    void the_question_is_to_the_one_in_the_commission_that_it_was_sent_to() {
        ask(alva, false);
        StaffMember atHome = in(alva, TestCast.VELLINGE);
        assertThat(house.invitations.waitingFor(atHome)).isEmpty();
        refused("meetings/no-longer-asked", () -> house.invitations.goIn(meeting, atHome));
        house.invitations.goIn(meeting, alva);
        assertThat(relations.between(atHome, meeting)).isPresent();
        StaffMember third = in(alva, new CareProviderId(UUID.randomUUID()));
        assertThat(relations.between(third, meeting)).isEmpty();
    }

    @Test
    void only_the_one_who_leads_the_call_asks_and_only_licensed_colleagues_who_work_there_today() {
        refused(
                "meetings/not-the-chair",
                () -> house.invitations.ask(meeting, alva.staff(), sara.staff(), TestCast.NURSES, false));
        StaffMember kim = staff.at(TestCast.NURSES, "Kim Ekdal", Profession.ASSISTANT_NURSE);
        refused("meetings/cannot-be-asked", () -> ask(kim, false));
        refused(
                "meetings/cannot-be-asked",
                () -> house.invitations.ask(meeting, sara.staff(), alva.staff(), TestCast.NURSES, false));
        refused("meetings/cannot-be-asked", () -> ask(sara, false));
        assertThat(house.invitations.of(meeting)).isEmpty();
    }

    /** R4-272: the licence for many is a switch, off by default; a second opinion in an assessment call is none of it (ADR 14). */
    @Test
    void without_the_licence_for_many_one_colleague_at_a_time_is_asked() {
        StaffMember disa = staff.at(TestCast.NURSES, "Disa Holmqvist", Profession.NURSE);
        ask(alva, false);
        refused("meetings/licence-for-many-needed", () -> ask(disa, false));
        ask(alva, false);

        house.invitations.goIn(meeting, alva);
        refused("meetings/licence-for-many-needed", () -> ask(disa, false));
        TestCast.of(db).mayCallMany(TestCast.VELLINGE);
        ask(disa, false);
        assertThat(house.invitations.of(meeting))
                .extracting(Invitations.Asked::colleague)
                .containsExactly(disa.staff());
    }

    /** Whoever cannot come leaves room for another; the other care provider's licence is its own matter. */
    @Test
    void a_colleague_who_cannot_now_is_no_second_party() {
        StaffMember disa = staff.at(TestCast.NURSES, "Disa Holmqvist", Profession.NURSE);
        TestCast.of(db).mayCallMany(TestCast.TRELLEBORG);
        ask(alva, false);
        refused("meetings/licence-for-many-needed", () -> ask(disa, false));
        house.invitations.notNow(meeting, alva);
        ask(disa, false);
        assertThat(house.invitations.of(meeting)).hasSize(2);
    }

    @Test
    void so_many_are_asked_at_a_time_and_no_more() {
        TestCast.of(db).mayCallMany(TestCast.VELLINGE);
        for (int i = 0; i < Invitations.MOST_WAITING; i++)
            ask(staff.at(TestCast.NURSES, "Disa Holmqvist", Profession.NURSE), false);
        refused("meetings/cannot-be-asked", () -> ask(alva, false));
    }

    @Test
    void who_cannot_now_is_not_in_and_can_be_asked_again() {
        ask(alva, false);
        house.invitations.notNow(meeting, alva);
        assertThat(house.invitations.of(meeting)).singleElement().matches(Invitations.Asked::notNow);
        refused("meetings/no-longer-asked", () -> house.invitations.goIn(meeting, alva));
        ask(alva, false);
        assertThat(house.invitations.waitingFor(alva)).hasSize(1);
    }

    @Test
    void a_question_can_be_taken_back_by_the_one_who_leads_the_call() {
        ask(alva, false);
        UUID question = house.invitations.of(meeting).getFirst().id();
        refused("meetings/not-the-chair", () -> house.invitations.takeBack(now(), alva.staff(), question));
        house.invitations.takeBack(now(), sara.staff(), question);
        assertThat(house.invitations.waitingFor(alva)).isEmpty();
        refused("meetings/no-longer-asked", () -> house.invitations.goIn(meeting, alva));
    }

    @Test
    void a_question_dies_with_the_meeting() {
        ask(alva, false);
        house.meetings.end(TestCast.VELLINGE, meeting, sara.staff());
        assertThat(house.invitations.waitingFor(alva)).isEmpty();
        refused("meetings/no-longer-asked", () -> house.invitations.goIn(meeting, alva));
        assertThat(relations.between(alva, meeting)).isEmpty();
    }

    @Test
    void a_colleague_who_comes_in_goes_on_with_a_parked_call() {
        ask(alva, false);
        house.parking.park(now(), sara.staff());
        house.invitations.goIn(meeting, alva);
        assertThat(now().parked()).isFalse();
    }

    @Test
    void who_comes_in_to_take_over_leads_the_call_from_then_on() {
        ask(alva, true);
        house.invitations.goIn(meeting, alva);
        assertThat(now().chair()).isEqualTo(alva.staff());
        assertThat(house.handOvers.of(meeting)).singleElement().satisfies(handed -> assertThat(
                        List.of(handed.from(), handed.to()))
                .containsExactly(sara.staff(), alva.staff()));
    }

    private void ask(StaffMember colleague, boolean takeOver) {
        house.invitations.ask(meeting, sara.staff(), colleague.staff(), colleague.unit(), takeOver);
    }

    private Meeting now() {
        return house.meetings.find(meeting).orElseThrow();
    }

    private Participant person(StaffMember who) {
        return house.participants.of(waiting.unit()).stream()
                .filter(person -> who.staff().equals(person.staff()))
                .findFirst()
                .orElseThrow();
    }

    private static StaffMember in(StaffMember who, CareProviderId provider) {
        return new StaffMember(
                who.session(),
                who.staff(),
                who.hsaId(),
                who.name(),
                who.profession(),
                who.licensed(),
                who.commission(),
                provider,
                who.unit(),
                who.unitName(),
                who.assurance(),
                false,
                false,
                true);
    }

    private static void refused(String slug, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().slug())
                .isEqualTo(slug));
    }
}
