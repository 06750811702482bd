package se.vardmote.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.journal.Duty;
import se.vardmote.journal.IdentityCorrected;
import se.vardmote.journal.Note;
import se.vardmote.journal.Pictures;
import se.vardmote.journal.RightPatient;
import se.vardmote.journal.SampleDuties;
import se.vardmote.journal.TestJournal;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.Profession;

/** R0-53, R0-54: nothing is saved before it is the right patient, and what stood at the wrong one is moved with a trace at both. */
class RightPatientTests {
    private static final StaffMember SARA = TestAssessment.colleague("Sara Sjuk", Profession.NURSE);
    private static final String NUMBER = "19121212-1212";

    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestNotePages pages = new TestNotePages(db, clock);
    private final TestJournal journal = pages.journal;
    private final Clients clients = new Clients(db.app(), clock);
    private final Duty duty = SampleDuties.of(journal.duties, SARA, pages.client, clock.instant());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_note_is_neither_saved_nor_signed_before_the_professional_has_confirmed_the_patient() {
        ModelAndView answer = pages.notes.write(SARA, id(), true, Map.of("measures", "Kan stödja."));
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(TestNotePages.page(answer).errors()).isEqualTo(Map.of("rightPatient", "missing"));
        assertThat(TestNotePages.page(answer).text().measures()).as("not lost").isEqualTo("Kan stödja.");
        pages.notes.keep(SARA, id(), Map.of("measures", "Kan stödja."));
        assertThat(now().savedAt()).isNull();
        assertThat(journal.notes.of(duty)).isEmpty();
    }

    @Test
    void once_confirmed_it_says_by_whom_and_when_and_is_not_asked_again() {
        Instant at = clock.instant();
        pages.notes.keep(
                SARA,
                id(),
                Map.of("measures", "Kan", "rightPatient", duty.client().toString()));
        pages.notes.write(SARA, id(), true, Map.of("measures", "Kan stödja."));
        NotePage page = pages.page(SARA, duty);
        assertThat(page.isSigned()).isTrue();
        assertThat(page.patient().confirmed()).isEqualTo(new RightPatient.Confirmation("Sara Sjuk", at));
        assertThat(actions("confirm-identity")).hasSize(1);
    }

    @Test
    void moved_the_note_its_versions_and_pictures_stand_at_the_right_patient() {
        pages.write(SARA, duty, "Kan stödja.", true);
        pages.write(SARA, duty, "Kan stödja på höger ben.", true);
        savePicture();
        move("Tolvan Tolvansson", NUMBER, "Två med samma namn");

        NotePage page = pages.page(SARA, now());
        assertThat(page.facts().identity()).isEqualTo(client().identity().display());
        assertThat(page.signed())
                .extracting(Note::version, Note::signedBy)
                .containsExactly(tuple(2, "Sara Sjuk"), tuple(1, "Sara Sjuk"));
        assertThat(page.pictures()).hasSize(1);
        assertThat(page.patient().corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.from()).isEqualTo(pages.client);
            assertThat(correction.reason()).isEqualTo("Två med samma namn");
            assertThat(correction.by()).isEqualTo("Sara Sjuk");
        });
    }

    @Test
    void the_trace_stands_at_both_and_both_are_in_the_access_log() {
        move("Tolvan Tolvansson", NUMBER, "Två med samma namn");
        Client wrong = clients.find(TestCast.VELLINGE, pages.client).orElseThrow();
        var began = duty.openedAt();
        assertThat(journal.rightPatient.movedAt(wrong, duty.unit()))
                .containsExactly(new RightPatient.Move(true, began, "Sara Sjuk", clock.instant()));
        assertThat(journal.rightPatient.movedAt(client(), duty.unit()))
                .containsExactly(new RightPatient.Move(false, began, "Sara Sjuk", clock.instant()));
        assertThat(journal.rightPatient.movedAt(wrong, TestCast.HOME_CARE)).isEmpty();
        assertThat(actions("move-from")).containsExactly(pages.client.toString());
        assertThat(actions("move-to")).containsExactly(client().id().toString());
        assertThat(journal.events).hasSize(1).first().isInstanceOf(IdentityCorrected.class);
    }

    @Test
    void after_a_move_the_patient_is_confirmed_anew() {
        pages.write(SARA, duty, "Kan stödja.", false);
        move("Tolvan Tolvansson", NUMBER, "Två med samma namn");
        assertThat(pages.page(SARA, now()).patient().confirmed()).isNull();
        assertThat(pages.notes
                        .write(SARA, id(), true, Map.of("measures", "Kan stödja."))
                        .getStatus())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A window that stood open: neither its tick nor its text may reach the patient whom it never showed. */
    @Test
    void a_page_from_before_a_move_confirms_nobody_and_saves_nothing() {
        String before = pages.client.toString();
        move("Elsa Provdotter", NUMBER, "Fel person valdes");
        pages.notes.keep(SARA, id(), Map.of("measures", "Kan", "rightPatient", before));
        assertThat(pages.page(SARA, now()).patient().confirmed()).isNull();
        pages.write(SARA, now(), "Kan stödja.", false);
        ModelAndView answer =
                pages.notes.write(SARA, id(), true, Map.of("measures", "Om den förra", "rightPatient", before));
        assertThat(TestNotePages.page(answer).errors()).isEqualTo(Map.of("rightPatient", "moved"));
        assertThat(TestNotePages.page(answer).text().measures()).as("not lost").isEqualTo("Om den förra");
        assertThat(pages.page(SARA, now()).text().measures()).isEqualTo("Kan stödja.");
    }

    /** B76: each corrects its own; whoever opens theirs sees that the other has somebody else, and not whom. */
    @Test
    void a_note_says_when_another_care_provider_that_took_part_has_the_call_at_another_patient() {
        Client here = pages.known(NUMBER);
        Duty shared = SampleDuties.of(journal.duties, SARA, here.id(), clock.instant());
        var there = clients.register(TestCast.TRELLEBORG, here.identity(), here.name());
        SampleDuties.alsoOf(journal.duties, shared, TestCast.TRELLEBORG, TestCast.ELSEWHERE, there);
        assertThat(pages.page(SARA, shared).patient().anotherElsewhere()).isFalse();
        journal.rightPatient.move(
                shared,
                PersonId.parse("20030202-2389", LocalDate.of(2026, 11, 17)).orElseThrow(),
                new PersonName("Elsa Provdotter"),
                "Fel person valdes",
                SARA);
        assertThat(pages.page(SARA, journal.duties.of(shared.meeting()).orElseThrow())
                        .patient()
                        .anotherElsewhere())
                .isTrue();
    }

    @Test
    void what_was_entered_at_the_wrong_patient_is_not_entered_any_longer() {
        pages.write(SARA, duty, "Kan stödja.", true);
        journal.entries.enter(now(), "Journalsystemet", SARA);
        move("Tolvan Tolvansson", NUMBER, "Två med samma namn");
        assertThat(pages.page(SARA, now()).state()).isEqualTo(NotePage.State.NOT_ENTERED);
    }

    @Test
    void the_name_of_the_wrong_patient_is_not_among_those_who_took_part() {
        move("Tolvan Tolvansson den andre", NUMBER, "Fel person valdes");
        assertThat(pages.page(SARA, now()).facts().participants())
                .extracting(person -> person.name())
                .contains("Tolvan Tolvansson den andre")
                .doesNotContain("Tolvan Tolvansson");
    }

    @Test
    void what_nobody_has_signed_yet_does_not_name_the_wrong_patient() {
        pages.write(SARA, duty, "Tolvan Tolvansson kan stödja.", false);
        move("Elsa Provdotter", NUMBER, "Fel person valdes");
        assertThat(pages.page(SARA, now()).text().measures()).isEqualTo("Elsa Provdotter kan stödja.");
    }

    @Test
    void what_was_typed_and_may_not_be_saved_yet_is_still_on_the_page() {
        var form = new WrongPatientForm("Elsa Provdotter", NUMBER, "", "Fel person valdes");
        var answer = pages.wrong.move(SARA, id(), form, Map.of("measures", "Tolvan Tolvansson kan stödja."));
        assertThat(TestNotePages.page(answer).text().measures()).isEqualTo("Elsa Provdotter kan stödja.");
        assertThat(now().savedAt()).isNull();
    }

    @Test
    void what_was_signed_stays_as_it_was_signed() {
        pages.write(SARA, duty, "Tolvan Tolvansson kan stödja.", true);
        move("Elsa Provdotter", NUMBER, "Fel person valdes");
        assertThat(pages.page(SARA, now()).text().measures()).isEqualTo("Tolvan Tolvansson kan stödja.");
    }

    @Test
    void without_reason_name_or_a_right_number_nothing_is_moved() {
        var answer = pages.wrong.move(SARA, id(), new WrongPatientForm("", "19121212-1213", "", ""), Map.of());
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(TestNotePages.page(answer).errors()).containsOnlyKeys("wrongName", "wrongNumber", "wrongReason");
        assertThat(now().client()).isEqualTo(pages.client);
    }

    @Test
    void to_the_patient_whom_it_has_already_nothing_is_moved() {
        move("Tolvan Tolvansson", NUMBER, "Två med samma namn");
        var again =
                pages.wrong.move(SARA, id(), new WrongPatientForm("Tolvan Tolvansson", NUMBER, "", "Igen"), Map.of());
        assertThat(TestNotePages.page(again).errors()).isEqualTo(Map.of("wrongNumber", "same"));
        assertThat(journal.rightPatient.of(now())).hasSize(1);
    }

    @Test
    void only_whose_note_it_is_may_move_it() {
        StaffMember elsewhere = TestAssessment.at(TestCast.VELLINGE, TestCast.HOME_CARE);
        assertThatThrownBy(() -> pages.wrong.move(
                        elsewhere, id(), new WrongPatientForm("Tolvan Tolvansson", NUMBER, "", "Fel"), Map.of()))
                .isInstanceOf(ProblemException.class);
        assertThat(now().client()).isEqualTo(pages.client);
    }

    private void move(String name, String number, String reason) {
        var answer = pages.wrong.move(SARA, id(), new WrongPatientForm(name, number, "", reason), Map.of());
        assertThat(answer.getStatus()).isNotEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void savePicture() {
        var picture =
                new Pictures.Taken(new byte[] {1}, 1600, 1200, clock.instant(), "Karin Larsson", Pictures.Asked.ASKED);
        journal.pictures.save(now(), picture, SARA);
    }

    private Client client() {
        return clients.find(TestCast.VELLINGE, now().client()).orElseThrow();
    }

    private Duty now() {
        return journal.duties.find(duty.careProvider(), duty.id()).orElseThrow();
    }

    private String id() {
        return duty.id().toString();
    }

    private List<String> actions(String action) {
        return db.owner()
                .sql("select client_id::text from audit.event where action = ? and outcome = 'ALLOWED' order by id")
                .param(action)
                .query(String.class)
                .list();
    }
}
