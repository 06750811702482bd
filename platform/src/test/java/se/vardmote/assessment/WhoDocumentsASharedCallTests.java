package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.journal.Duty;
import se.vardmote.journal.TestJournal;
import se.vardmote.meetings.TestColleagues;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** B76, R0-38: each care provider whose professional takes part documents on its own; who takes over writes the note. */
@Tag("B76")
@Tag("R0-38")
class WhoDocumentsASharedCallTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment there = new TestAssessment(db);
    private final TestColleagues staff = new TestColleagues(there.cast, db);
    private final StaffMember sara = staff.at(TestCast.NURSES, "Sara Sjuk", Profession.NURSE);
    private final DropIn tolvan = there.waits("Tolvan Tolvansson");
    private final MeetingId meeting = there.judgement.admit(sara, tolvan.id(), TestAssessment.informed());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_colleague_of_another_care_provider_opens_that_ones_own_duty_about_its_own_client() {
        StaffMember alva = comesIn(staff.at(TestCast.ELSEWHERE, "Alva Brink", Profession.PHYSIOTHERAPIST));
        Duty own = there.duties.of(meeting, TestCast.TRELLEBORG).orElseThrow();
        assertThat(own.staff()).isEqualTo(alva.staff());
        assertThat(own.unit()).isEqualTo(TestCast.ELSEWHERE);
        assertThat(own.client()).isNotEqualTo(tolvan.client());
        assertThat(there.clients
                        .find(TestCast.TRELLEBORG, own.client())
                        .orElseThrow()
                        .name()
                        .value())
                .isEqualTo("Tolvan Tolvansson");
        assertThat(there.duties.of(meeting).orElseThrow().staff()).isEqualTo(sara.staff());
    }

    @Test
    void a_second_colleague_of_the_same_care_provider_opens_none() {
        TestCast.of(db).mayCallMany(TestCast.VELLINGE);
        comesIn(staff.at(TestCast.HOME_CARE, "Disa Holmqvist", Profession.NURSE));
        StaffMember alva = comesIn(staff.at(TestCast.ELSEWHERE, "Alva Brink", Profession.PHYSIOTHERAPIST));
        comesIn(staff.at(TestCast.ELSEWHERE, "Tove Ahlgren", Profession.OCCUPATIONAL_THERAPIST));
        assertThat(there.duties.allOf(meeting)).extracting(Duty::staff).containsExactly(sara.staff(), alva.staff());
    }

    @Test
    void when_the_call_ends_all_of_them_are_to_be_signed() {
        StaffMember alva = comesIn(staff.at(TestCast.ELSEWHERE, "Alva Brink", Profession.PHYSIOTHERAPIST));
        there.house.meetings.end(TestCast.VELLINGE, meeting, sara.staff());
        assertThat(there.duties.toSign(TestCast.TRELLEBORG, TestCast.ELSEWHERE, alva.staff()))
                .hasSize(1);
        assertThat(there.duties.toSign(TestCast.VELLINGE, TestCast.NURSES, sara.staff()))
                .hasSize(1);
        Duty own = there.duties.of(meeting, TestCast.TRELLEBORG).orElseThrow();
        assertThat(there.duties.background(own).attendance())
                .extracting(person -> person.name())
                .contains("Sara Sjuk", "Alva Brink", "Tolvan Tolvansson");
    }

    @Test
    void handed_over_within_the_care_provider_the_note_is_the_new_ones_and_the_judgement_stays_the_first_ones() {
        StaffMember disa = comesIn(staff.at(TestCast.HOME_CARE, "Disa Holmqvist", Profession.NURSE));
        handOver(disa);
        there.house.meetings.end(TestCast.VELLINGE, meeting, disa.staff());
        assertThat(there.duties.toSign(TestCast.VELLINGE, TestCast.HOME_CARE, disa.staff()))
                .hasSize(1);
        assertThat(there.duties.toSign(TestCast.VELLINGE, TestCast.NURSES, sara.staff()))
                .isEmpty();
        assertThat(there.now(tolvan).judgement()).isNotNull().satisfies(judged -> assertThat(judged.by())
                .isEqualTo(sara.staff()));
    }

    @Test
    void handed_over_to_another_care_provider_each_writes_their_own() {
        StaffMember alva = comesIn(staff.at(TestCast.ELSEWHERE, "Alva Brink", Profession.PHYSIOTHERAPIST));
        handOver(alva);
        assertThat(there.duties.allOf(meeting)).extracting(Duty::staff).containsExactly(sara.staff(), alva.staff());
        there.house.meetings.end(TestCast.VELLINGE, meeting, alva.staff());
        assertThat(List.of(
                        there.duties.toSign(TestCast.VELLINGE, TestCast.NURSES, sara.staff()),
                        there.duties.toSign(TestCast.TRELLEBORG, TestCast.ELSEWHERE, alva.staff())))
                .allMatch(toSign -> toSign.size() == 1);
    }

    @Test
    void what_is_signed_stays_whose_it_is() {
        there.house.meetings.end(TestCast.VELLINGE, meeting, sara.staff());
        Duty duty = there.duties.of(meeting).orElseThrow();
        there.journal.notes.sign(duty, TestJournal.saying("Kan stödja."), sara);
        there.duties.move(duty, StaffId.next(), TestCast.HOME_CARE);
        assertThat(there.duties.of(meeting).orElseThrow().staff()).isEqualTo(sara.staff());
    }

    private StaffMember comesIn(StaffMember colleague) {
        there.house.invitations.ask(meeting, sara.staff(), colleague.staff(), colleague.unit(), false);
        there.house.invitations.goIn(meeting, colleague);
        return colleague;
    }

    private void handOver(StaffMember to) {
        ParticipantId person = there.house.participants.of(tolvan.conversation()).stream()
                .filter(one -> to.staff().equals(one.staff()))
                .findFirst()
                .orElseThrow()
                .id();
        there.house.handOvers.offer(meeting, sara.staff(), person);
        there.house.handOvers.accept(meeting, to);
    }
}
