package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.History;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.journal.Duty;
import se.vardmote.journal.DutyBackground.Attendance;
import se.vardmote.journal.Pictures;
import se.vardmote.journal.RightPatient;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.TestColleagues;
import se.vardmote.meetings.picture.OwnPicture;
import se.vardmote.organisation.StaffNames;
import se.vardmote.platform.TestDatabase;
import se.vardmote.retention.Holds;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.PictureId;
import se.vardmote.vocabulary.Profession;

/** R0-53: "Fel patient" takes everything of the call along, and at both patients it is seen that it was moved. */
class MovingACallTests {
    private static final StaffMember SARA = TestCast.nurse();
    private static final PersonId WRONG = number("19121212-1212");
    private static final PersonId RIGHT = number("20030202-2389");
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment there = new TestAssessment(db);
    private final History history = new History(db.app());
    private final AuditLog audit = new AuditLog(db.audit());
    private final HistoryReader reader = new HistoryReader(
            history, there.clients, there.journal.rightPatient, there.organisation, audit, there.clock);
    private final HistoryController searches = TestSearches.on(db, there, reader);
    private final PastCallController opened = new PastCallController(
            there.access(db),
            history,
            reader,
            there.clients,
            there.duties,
            there.house.retention,
            new Holds(db.app(), there.house.retention, there.clock),
            new WhatIsLeft(there.duties, there.journal.pictures, there.house.retention),
            new StaffNames(db.app()),
            audit,
            there.clock);
    private final DropIn call = there.waits(TestAssessment.knock(UUID.randomUUID(), "Tolvan Tolvansson", WRONG, null));
    private final StaffMember alva =
            new TestColleagues(there.cast, db).at(TestCast.ELSEWHERE, "Alva Brink", Profession.PHYSIOTHERAPIST);
    private MeetingId meeting = MeetingId.next();

    @BeforeEach
    void call() {
        meeting = there.judgement.admit(SARA, call.id(), TestAssessment.informed());
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_history_has_it_at_the_right_patient_and_says_at_the_wrong_one_that_it_was_there() {
        end();
        move();
        HistoryPage right = search(RIGHT);
        assertThat(right.calls())
                .extracting(HistoryPage.Row::call)
                .containsExactly(call.id().toString());
        assertThat(right.moves()).extracting(RightPatient.Move::away).containsExactly(false);
        HistoryPage wrong = search(WRONG);
        assertThat(wrong.calls()).isEmpty();
        assertThat(wrong.moves())
                .containsExactly(new RightPatient.Move(true, duty().openedAt(), "Sara Sjuk", there.clock.instant()));
        assertThat(wrong.toString())
                .as("whose it is is not told at the wrong one")
                .doesNotContain("Elsa");
    }

    @Test
    void the_opened_call_and_the_note_name_the_right_patient() {
        end();
        move();
        assertThat(opened().person()).isEqualTo(new Client.Shown("Elsa Provdotter", RIGHT.display()));
        assertThat(there.duties.toSign(SARA.careProvider(), SARA.unit(), SARA.staff()))
                .extracting(Duty::client)
                .containsExactly(client(RIGHT).id());
    }

    @Test
    void pictures_that_are_saved_or_not_decided_about_go_along() {
        var picture = new Pictures.Taken(
                new byte[] {1}, 1600, 1200, there.clock.instant(), "Karin Larsson", Pictures.Asked.ASKED);
        there.journal.pictures.save(duty(), picture, SARA);
        var karin = there.house.participants.of(call.conversation()).getFirst().id();
        there.house.pictures.keep(
                call.conversation(),
                karin,
                PictureId.next(),
                UUID.randomUUID(),
                new OwnPicture(new byte[] {2}, 1600, 1200));
        move();
        assertThat(there.journal.pictures.of(duty())).hasSize(1);
        assertThat(duty().client()).isEqualTo(client(RIGHT).id());
        assertThat(there.house.pictures.undecided(duty().conversation())).hasSize(1);
        assertThat(there.now(call).client()).isEqualTo(client(RIGHT).id());
    }

    @Test
    void while_the_call_goes_on_the_room_and_then_the_note_name_the_right_patient() {
        move();
        assertThat(there.house.participants.of(call.conversation()))
                .extracting(Participant::name)
                .containsExactly("Karin Larsson", "Elsa Provdotter", "Sara Sjuk");
        assertThat(there.now(call).typed().patientName()).isEqualTo("Elsa Provdotter");
        end();
        assertThat(there.duties.background(duty()).attendance())
                .extracting(Attendance::name)
                .contains("Elsa Provdotter")
                .doesNotContain("Tolvan Tolvansson");
    }

    @Test
    void it_can_be_moved_also_when_its_content_is_gone() {
        end();
        there.clock.pass(Duration.ofDays(61));
        there.purge(db).run();
        move();
        assertThat(search(RIGHT).calls()).hasSize(1);
        assertThat(search(WRONG).calls()).isEmpty();
    }

    @Test
    void of_a_protected_patient_no_name_comes_to_light_by_moving() {
        DropIn hidden = there.waits(
                TestAssessment.hidden(TestAssessment.knock(UUID.randomUUID(), "Tolvan Tolvansson", WRONG, null)));
        meeting = there.judgement.admit(SARA, hidden.id(), TestAssessment.informed());
        move();
        assertThat(there.now(hidden).typed().patientName()).isEqualTo("Skyddad uppgift");
        assertThat(there.house.participants.of(hidden.conversation()))
                .extracting(Participant::name)
                .containsExactly("Karin Larsson", "Skyddad uppgift", "Sara Sjuk");
        assertThat(search(RIGHT).person()).isEqualTo(new Client.Shown("Skyddad uppgift", ""));
    }

    /** B76: each care provider owns its documentation, and the call is whose it was that let it in. */
    @Test
    @Tag("B76")
    void what_a_colleague_of_another_care_provider_moves_is_their_own_note_and_nothing_of_the_call() {
        comesIn();
        var picture = new Pictures.Taken(
                new byte[] {1}, 1600, 1200, there.clock.instant(), "Karin Larsson", Pictures.Asked.ASKED);
        there.journal.pictures.save(theirs(), picture, alva);
        move(theirs(), alva);
        assertThat(there.now(call).client()).isEqualTo(client(WRONG).id());
        assertThat(there.now(call).typed().patientName()).isEqualTo("Tolvan Tolvansson");
        end();

        assertThat(opened().person()).isEqualTo(new Client.Shown("Tolvan Tolvansson", WRONG.display()));
        assertThat(search(WRONG).calls())
                .extracting(HistoryPage.Row::call)
                .containsExactly(call.id().toString());
        assertThat(search(WRONG).moves()).isEmpty();
        assertThat(duty().client()).isEqualTo(client(WRONG).id());
        assertThat(tookPart(duty())).contains("Tolvan Tolvansson").doesNotContain("Elsa Provdotter");

        Client elsa = client(TestCast.TRELLEBORG, RIGHT);
        assertThat(theirs().client()).isEqualTo(elsa.id());
        assertThat(tookPart(theirs())).contains("Elsa Provdotter").doesNotContain("Tolvan Tolvansson");
        assertThat(there.journal.pictures.of(theirs())).hasSize(1);
        assertThat(there.journal.rightPatient.movedAt(elsa, alva.unit()))
                .extracting(RightPatient.Move::away)
                .containsExactly(false);
        assertThat(there.journal.rightPatient.movedAt(client(TestCast.TRELLEBORG, WRONG), alva.unit()))
                .extracting(RightPatient.Move::away)
                .containsExactly(true);
        assertThat(recordedAt(TestCast.VELLINGE))
                .as("the holder's log names no client of another care provider")
                .doesNotContain(elsa.id().value());
    }

    @Test
    @Tag("B76")
    void what_the_holder_of_the_call_moves_is_the_call_and_its_own_note_and_not_the_other_care_providers() {
        comesIn();
        move();
        assertThat(there.now(call).typed().patientName()).isEqualTo("Elsa Provdotter");
        end();
        assertThat(opened().person()).isEqualTo(new Client.Shown("Elsa Provdotter", RIGHT.display()));
        assertThat(tookPart(duty())).contains("Elsa Provdotter").doesNotContain("Tolvan Tolvansson");
        assertThat(theirs().client())
                .isEqualTo(client(TestCast.TRELLEBORG, WRONG).id());
        assertThat(tookPart(theirs())).contains("Tolvan Tolvansson").doesNotContain("Elsa Provdotter");
    }

    @Test
    @Tag("B76")
    void when_both_have_moved_it_both_have_it_at_the_same_person() {
        comesIn();
        end();
        move(theirs(), alva);
        move();
        assertThat(there.now(call).client()).isEqualTo(client(RIGHT).id());
        assertThat(opened().person()).isEqualTo(new Client.Shown("Elsa Provdotter", RIGHT.display()));
        assertThat(theirs().client())
                .isEqualTo(client(TestCast.TRELLEBORG, RIGHT).id());
    }

    @Test
    @Tag("B76")
    void what_was_said_of_protection_in_the_call_holds_for_the_patient_whom_another_care_provider_moves_it_to() {
        DropIn hidden = there.waits(
                TestAssessment.hidden(TestAssessment.knock(UUID.randomUUID(), "Tolvan Tolvansson", WRONG, null)));
        meeting = there.judgement.admit(SARA, hidden.id(), TestAssessment.informed());
        comesIn();
        move(theirs(), alva);
        assertThat(there.protections.covers(TestCast.TRELLEBORG, RIGHT)).isTrue();
        assertThat(there.protections.covers(TestCast.VELLINGE, RIGHT)).isFalse();
        assertThat(there.now(hidden).client()).isEqualTo(client(WRONG).id());
    }

    private void comesIn() {
        there.house.invitations.ask(meeting, SARA.staff(), alva.staff(), alva.unit(), false);
        there.house.invitations.goIn(meeting, alva);
    }

    private Duty theirs() {
        return there.duties.of(meeting, TestCast.TRELLEBORG).orElseThrow();
    }

    private List<String> tookPart(Duty duty) {
        return there.duties.background(duty).attendance().stream()
                .map(Attendance::name)
                .toList();
    }

    private List<UUID> recordedAt(CareProviderId careProvider) {
        return db.owner()
                .sql("select client_id from audit.event where care_provider_id = ? and client_id is not null")
                .param(careProvider.value())
                .query(UUID.class)
                .list();
    }

    private void move() {
        move(duty(), SARA);
    }

    private void move(Duty duty, StaffMember by) {
        assertThat(there.journal.rightPatient.move(
                        duty, RIGHT, new PersonName("Elsa Provdotter"), "Fel person valdes", by))
                .isTrue();
    }

    private void end() {
        there.house.meetings.end(TestCast.VELLINGE, meeting, SARA.staff());
        there.clock.pass(Duration.ofMinutes(1));
    }

    private PastCallPage opened() {
        return (PastCallPage) Objects.requireNonNull(
                opened.open(SARA, call.id().toString()).getModel().get("page"));
    }

    private HistoryPage search(PersonId identity) {
        ModelAndView found =
                searches.history(SARA, "", "", "", client(identity).id().toString(), "");
        return (HistoryPage) Objects.requireNonNull(found.getModel().get("page"));
    }

    private Client client(PersonId identity) {
        return client(TestCast.VELLINGE, identity);
    }

    private Client client(CareProviderId careProvider, PersonId identity) {
        return there.clients.withIdentity(careProvider, List.of(identity)).orElseThrow();
    }

    private Duty duty() {
        return there.duties.of(meeting).orElseThrow();
    }

    private static PersonId number(String typed) {
        return PersonId.parse(typed, LocalDate.of(2026, 11, 17)).orElseThrow();
    }
}
