package se.vardmote.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.audit.AuditLog;
import se.vardmote.journal.Duty;
import se.vardmote.journal.RightPatient;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.MeetingProblem.AboutPicture;
import se.vardmote.meetings.PictureJournal;
import se.vardmote.organisation.ImageRoutine;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.PersonId;

/** R0-38, R0-53: a picture is the first thing that may be saved of a call, and then it is asked whose call it is. */
class SavingAPictureWithTheNoteTests {
    private static final StaffMember SARA = TestCast.nurse();
    private static final PersonId NUMBER =
            PersonId.parse("19121212-1212", LocalDate.of(2026, 11, 17)).orElseThrow();
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment there = new TestAssessment(db);
    private final PicturesIntoNotes notes = new PicturesIntoNotes(
            there.journal.access(db, there.clock),
            there.duties,
            there.journal.rightPatient,
            there.journal.pictures,
            there.clients,
            there.decisions,
            new AuditLog(db.audit()),
            there.clock);
    private final Knock knock = TestAssessment.knock(UUID.randomUUID(), "Tolvan Tolvansson", NUMBER, null);

    @BeforeEach
    void nothing_is_on_record_yet() {
        assertThat(actions("confirm-identity")).isEmpty();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void it_is_not_saved_while_nobody_has_said_that_it_is_the_right_patient() {
        Meeting meeting = meeting(knock);
        assertThatThrownBy(() -> notes.save(meeting, picture(), null, SARA))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(AboutPicture.PATIENT_NOT_CONFIRMED));
        assertThat(there.journal.pictures.of(duty(meeting))).isEmpty();
    }

    @Test
    void said_with_the_picture_it_is_confirmed_for_the_note_too_and_not_asked_again() {
        Meeting meeting = meeting(knock);
        notes.save(meeting, picture(), shown(meeting), SARA);
        notes.save(meeting, picture(), null, SARA);
        assertThat(there.journal.pictures.of(duty(meeting))).hasSize(2);
        assertThat(there.journal.rightPatient.confirmation(duty(meeting)))
                .contains(new RightPatient.Confirmation("Sara Sjuk", there.clock.instant()));
        assertThat(actions("confirm-identity")).hasSize(1);
    }

    /** The call was moved to somebody else between the question and the answer. */
    @Test
    void said_of_another_patient_than_whose_call_it_is_it_is_asked_again() {
        Meeting meeting = meeting(knock);
        assertThatThrownBy(
                        () -> notes.save(meeting, picture(), UUID.randomUUID().toString(), SARA))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(AboutPicture.PATIENT_NOT_CONFIRMED));
        assertThat(there.journal.rightPatient.confirmation(duty(meeting))).isEmpty();
    }

    @Test
    void said_in_the_note_the_picture_does_not_ask() {
        Meeting meeting = meeting(knock);
        there.journal.rightPatient.confirm(duty(meeting), SARA);
        notes.save(meeting, picture(), null, SARA);
        assertThat(there.journal.pictures.of(duty(meeting))).hasSize(1);
    }

    /** R2-77: whose unit the call is at decides, or one above it. */
    @Test
    void what_the_unit_or_one_above_it_has_decided_about_pictures_holds_for_its_calls() {
        Meeting meeting = meeting(knock);
        CareUnitId above = there.cast.unit("Hälso- och sjukvård", "SE2120001132-E060", null);
        there.cast.partOf(TestCast.NURSES, above);
        assertThat(notes.routine(meeting)).isEqualTo(new ImageRoutine(null, true));
        there.cast.decides(above, "pictures.routine", "Fråga alltid patienten.");
        there.cast.decides(above, "pictures.saved", "no");
        assertThat(notes.routine(meeting)).isEqualTo(new ImageRoutine("Fråga alltid patienten.", false));
        there.cast.decides(TestCast.NURSES, "pictures.saved", "yes");
        assertThat(notes.routine(meeting)).isEqualTo(new ImageRoutine("Fråga alltid patienten.", true));
    }

    @Test
    void whose_call_it_is_is_told_to_whose_note_it_is_and_that_is_on_record() {
        Meeting meeting = meeting(knock);
        assertThat(notes.patient(meeting, SARA))
                .isEqualTo(new PictureJournal.Patient(shown(meeting), "Tolvan Tolvansson", NUMBER.display()));
        assertThat(read("patient")).containsExactly(duty(meeting).client().toString());
        StaffMember elsewhere = TestAssessment.at(TestCast.VELLINGE, TestCast.HOME_CARE);
        assertThatThrownBy(() -> notes.patient(meeting, elsewhere)).isInstanceOf(ProblemException.class);
    }

    @Test
    void of_a_protected_patient_it_tells_neither_name_nor_number() {
        Meeting meeting = meeting(TestAssessment.hidden(knock));
        assertThat(notes.patient(meeting, SARA))
                .isEqualTo(new PictureJournal.Patient(shown(meeting), "Skyddad uppgift", ""));
    }

    private Meeting meeting(Knock of) {
        DropIn dropIn = there.waits(of);
        there.judgement.admit(SARA, dropIn.id(), TestAssessment.informed());
        return there.house.meetings.of(dropIn.conversation()).orElseThrow();
    }

    private String shown(Meeting meeting) {
        return duty(meeting).client().toString();
    }

    private Duty duty(Meeting meeting) {
        return there.duties.of(meeting.id()).orElseThrow();
    }

    private PictureJournal.Picture picture() {
        return new PictureJournal.Picture(new byte[] {1}, 1600, 1200, there.clock.instant(), "Karin Larsson", true);
    }

    private List<String> actions(String action) {
        return db.owner()
                .sql("select client_id::text from audit.event where action = ?")
                .param(action)
                .query(String.class)
                .list();
    }

    private List<String> read(String type) {
        return db.owner()
                .sql(
                        "select client_id::text from audit.event where object_type = ? and activity = 'READ' and outcome = 'ALLOWED'")
                .param(type)
                .query(String.class)
                .list();
    }
}
