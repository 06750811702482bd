package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.assessment.planned.PlannedCall;
import se.vardmote.assessment.planned.TestPlanning;
import se.vardmote.clients.Client;
import se.vardmote.clients.Protection;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.TestColleagues;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.Profession;

/** R0-53: whoever says that a patient has protected personal data hides them at once, in what goes on and in what comes. */
class HiddenFromNowTests {
    private static final String ALIAS = "Skyddad uppgift";
    private static final StaffMember SARA = TestCast.nurse();
    private static final PersonId TOLVAN = number("19121212-1212");
    private static final PersonId ELSA = number("20030202-2389");
    private final TestDatabase db = TestDatabase.fresh();
    private final TestPlanning planning = new TestPlanning(db);
    private final TestAssessment there = planning.clinic;

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void who_waits_and_who_is_in_a_call_is_an_alias_at_once() {
        DropIn waiting = there.waits(knock(TOLVAN));
        DropIn inCall = there.waits(knock(TOLVAN));
        there.judgement.admit(SARA, inCall.id(), TestAssessment.informed());
        mark(TOLVAN);
        for (DropIn dropIn : List.of(waiting, inCall)) {
            assertThat(there.now(dropIn).protectedIdentity()).isTrue();
            assertThat(there.now(dropIn).typed().patientName()).isEqualTo(ALIAS);
            assertThat(names(dropIn)).contains(ALIAS).doesNotContain("Tolvan Tolvansson");
        }
    }

    @Test
    void the_same_holds_for_what_is_agreed_on() {
        PlannedCall call = planning.planned(there.clock.instant().plus(Duration.ofHours(1)));
        mark(number(TestPlanning.NUMBER));
        assertThat(planning.calls.find(TestCast.VELLINGE, call.id()))
                .hasValueSatisfying(now -> assertThat(now.shownName()).isEqualTo(ALIAS));
    }

    @Test
    void other_patients_calls_stay_as_they_are() {
        DropIn elsa = there.waits(TestAssessment.knock(UUID.randomUUID(), "Elsa Provdotter", ELSA, null));
        there.waits(knock(TOLVAN));
        mark(TOLVAN);
        assertThat(there.now(elsa).typed().patientName()).isEqualTo("Elsa Provdotter");
    }

    @Test
    void the_mark_of_one_call_is_there_in_the_next_without_anybody_saying_it_again() {
        there.waits(TestAssessment.hidden(knock(TOLVAN)));
        DropIn next = there.waits(knock(TOLVAN));
        assertThat(next.protectedIdentity()).isTrue();
        assertThat(next.typed().patientName()).isEqualTo(ALIAS);
        assertThat(names(next)).containsExactly("Karin Larsson", ALIAS);
        assertThat(there.knockedFrom().contains(next.conversation()))
                .as("and so is never direct")
                .isTrue();
    }

    @Test
    void when_two_have_taken_it_away_the_next_call_shows_the_name() {
        there.waits(TestAssessment.hidden(knock(TOLVAN)));
        Client tolvan =
                there.clients.withIdentity(TestCast.VELLINGE, List.of(TOLVAN)).orElseThrow();
        there.protections.askToRemove(tolvan, SARA, "Beslutet har upphört");
        there.protections.remove(tolvan, TestCast.nurse());
        assertThat(there.waits(knock(TOLVAN)).typed().patientName()).isEqualTo("Tolvan Tolvansson");
    }

    @Test
    void said_in_the_call_it_is_said_of_the_patient() {
        DropIn dropIn = there.waits(knock(TOLVAN));
        there.judgement.admit(SARA, dropIn.id(), TestAssessment.informed());
        there.knockedFrom().protect(dropIn.conversation(), AuditedActor.of(SARA));
        assertThat(there.protections.covers(TestCast.VELLINGE, TOLVAN)).isTrue();
        assertThat(names(dropIn)).contains(ALIAS);
        assertThat(there.knockedFrom().about(dropIn.conversation()))
                .hasValueSatisfying(
                        known -> assertThat(known.protectedIdentity()).isTrue());
    }

    /** They see the same page, and each has a client of its own for the same person. */
    @Test
    void said_in_a_call_of_two_care_providers_it_holds_at_both() {
        DropIn dropIn = there.waits(knock(TOLVAN));
        MeetingId meeting = there.judgement.admit(SARA, dropIn.id(), TestAssessment.informed());
        StaffMember alva = comesIn(meeting);
        there.knockedFrom().protect(dropIn.conversation(), AuditedActor.of(alva));
        for (CareProviderId provider : List.of(TestCast.VELLINGE, TestCast.TRELLEBORG))
            assertThat(there.protections.covers(provider, TOLVAN))
                    .as(provider.toString())
                    .isTrue();
        assertThat(there.now(dropIn).typed().patientName()).isEqualTo(ALIAS);
    }

    /** Each care provider corrects its own: of whom it is said is whom they have it at. */
    @Test
    void said_in_a_call_that_one_of_them_has_moved_it_holds_for_the_patient_of_each() {
        DropIn dropIn = there.waits(knock(TOLVAN));
        MeetingId meeting = there.judgement.admit(SARA, dropIn.id(), TestAssessment.informed());
        StaffMember alva = comesIn(meeting);
        there.journal.rightPatient.move(
                there.duties.of(meeting, TestCast.TRELLEBORG).orElseThrow(),
                ELSA,
                new PersonName("Elsa Provdotter"),
                "Fel",
                alva);
        there.knockedFrom().protect(dropIn.conversation(), AuditedActor.of(alva));
        assertThat(there.protections.covers(TestCast.VELLINGE, TOLVAN)).isTrue();
        assertThat(there.protections.covers(TestCast.TRELLEBORG, ELSA)).isTrue();
        assertThat(there.protections.covers(TestCast.VELLINGE, ELSA)).isFalse();
    }

    @Test
    void a_call_that_is_moved_to_somebody_protected_is_hidden_with_them() {
        DropIn dropIn = there.waits(knock(TOLVAN));
        MeetingId meeting = there.judgement.admit(SARA, dropIn.id(), TestAssessment.informed());
        mark(ELSA);
        there.journal.rightPatient.move(
                there.duties.of(meeting).orElseThrow(), ELSA, new PersonName("Elsa Provdotter"), "Fel", SARA);
        assertThat(there.now(dropIn).protectedIdentity()).isTrue();
        assertThat(names(dropIn)).contains(ALIAS).doesNotContain("Elsa Provdotter");
    }

    @Test
    void a_tap_at_the_knock_of_the_wrong_patient_protects_the_right_one_too() {
        DropIn dropIn = there.waits(TestAssessment.hidden(knock(TOLVAN)));
        MeetingId meeting = there.judgement.admit(SARA, dropIn.id(), TestAssessment.informed());
        there.journal.rightPatient.move(
                there.duties.of(meeting).orElseThrow(), ELSA, new PersonName("Elsa Provdotter"), "Fel", SARA);
        assertThat(there.protections.covers(TestCast.VELLINGE, ELSA)).isTrue();
    }

    @Test
    void it_can_be_marked_when_the_content_of_earlier_calls_has_gone() {
        DropIn dropIn = there.waits(knock(TOLVAN));
        there.judgement.turnAway(SARA, dropIn.id(), TestAssessment.homeVisit());
        there.clock.pass(Duration.ofDays(61));
        there.purge(db).run();
        mark(TOLVAN);
        ClientId client = dropIn.client();
        assertThat(new History(db.app()).everywhere(TestCast.VELLINGE, client))
                .singleElement()
                .matches(PastCall::protectedIdentity);
    }

    private StaffMember comesIn(MeetingId meeting) {
        StaffMember alva =
                new TestColleagues(there.cast, db).at(TestCast.ELSEWHERE, "Alva Brink", Profession.PHYSIOTHERAPIST);
        there.house.invitations.ask(meeting, SARA.staff(), alva.staff(), alva.unit(), false);
        there.house.invitations.goIn(meeting, alva);
        return alva;
    }

    private void mark(PersonId identity) {
        there.protections.set(TestCast.VELLINGE, identity, Protection.Way.PAGE, AuditedActor.of(SARA));
    }

    private List<String> names(DropIn dropIn) {
        return there.house.participants.of(dropIn.conversation()).stream()
                .map(Participant::name)
                .toList();
    }

    private static Knock knock(PersonId identity) {
        return TestAssessment.knock(UUID.randomUUID(), "Tolvan Tolvansson", identity, null);
    }

    private static PersonId number(String typed) {
        return PersonId.parse(typed, LocalDate.of(2026, 11, 17)).orElseThrow();
    }
}
