package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.assessment.web.ContactPage.Event;
import se.vardmote.audit.AuditLog;
import se.vardmote.journal.Duty;
import se.vardmote.journal.Pictures;
import se.vardmote.journal.TestJournal;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.DutyId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.Profession;

/** R0-14, R0-15, R0-19, R0-38, R0-39: the whole contact in the order it happened, as long as each part is kept. */
class PrintingTheContactTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestAssessment there = new TestAssessment(db);
    private final StaffMember sara = TestAssessment.colleague("Sara Sjuk", Profession.NURSE);
    private final DropIn tolvan = there.waits("Tolvan Tolvansson");
    private final ContactController pages = new ContactController(
            there.journal.access(db, there.clock),
            there.duties,
            new ContactReader(
                    there.duties,
                    there.journal.notes,
                    there.journal.entries,
                    there.journal.pictures,
                    there.dropIns,
                    there.house.participants,
                    there.house.texts,
                    there.clients,
                    there.organisation,
                    there.clock),
            new AuditLog(db.audit()),
            there.clock);

    private DutyId duty = DutyId.next();

    @BeforeEach
    void call() {
        MeetingId meeting = there.judgement.admit(sara, tolvan.id(), TestAssessment.informed());
        minute();
        var karin = there.house.participants.of(tolvan.conversation()).getFirst();
        there.house.texts.say(tolvan.conversation(), karin.id(), UUID.randomUUID(), "Hon har ont i höften");
        minute();
        var picture = new Pictures.Taken(
                new byte[] {1}, 1600, 1200, there.clock.instant(), "Karin Larsson", Pictures.Asked.ASKED);
        there.journal.pictures.save(duty(), picture, sara);
        minute();
        duty = duty().id();
        there.house.meetings.end(TestCast.VELLINGE, meeting, sara.staff());
        minute();
        there.journal.notes.sign(duty(), TestJournal.saying("Kan stödja."), sara);
        minute();
        there.journal.entries.enter(duty(), "Journalsystemet", sara);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void it_shows_knock_agreement_judgement_information_call_texts_pictures_end_and_note() {
        ContactPage page = print(sara);
        assertThat(page.patientName()).isEqualTo("Tolvan Tolvansson");
        assertThat(page.events())
                .extracting(Event::code)
                .containsSubsequence("text", "picture", "picture-saved", "ended", "signed", "entered");
        assertThat(page.events())
                .extracting(Event::code)
                .containsSubsequence("informed", "admitted", "ended")
                .contains("knocked-from", "agreed", "judged");
        assertThat(page.events())
                .filteredOn(event -> event.code().equals("text"))
                .extracting(Event::values)
                .containsExactly(List.of("Karin Larsson", "Hon har ont i höften"));
        assertThat(Objects.requireNonNull(page.note()).text().measures()).isEqualTo("Kan stödja.");
        assertThat(page.pictures()).hasSize(1);
        assertThat(page.contentGone()).isFalse();
    }

    /** R0-39: saved entries are not affected. */
    @Test
    void after_sixty_days_what_was_written_is_gone_and_the_documentation_is_still_there() {
        there.house.retention.forget(tolvan.conversation());
        ContactPage page = print(sara);
        assertThat(page.contentGone()).isTrue();
        assertThat(page.events())
                .extracting(Event::code)
                .contains("admitted", "informed", "ended", "picture", "signed")
                .doesNotContain("text", "agreed");
        assertThat(page.note()).isNotNull();
    }

    @Test
    void it_is_on_record_before_it_is_shown_and_a_stranger_is_refused() {
        print(sara);
        assertThat(db.app()
                        .sql("select action from audit.event where activity = 'PRINT'")
                        .query(String.class)
                        .list())
                .containsExactly("print-contact");
        StaffMember stranger = TestAssessment.at(TestCast.TRELLEBORG, TestCast.ELSEWHERE);
        assertThatThrownBy(() -> print(stranger)).isInstanceOf(ProblemException.class);
    }

    private ContactPage print(StaffMember staff) {
        var view = pages.contact(staff, duty.toString());
        return (ContactPage) Objects.requireNonNull(view.getModel().get("page"));
    }

    private Duty duty() {
        MeetingId meeting = Objects.requireNonNull(
                Objects.requireNonNull(there.now(tolvan).judgement()).meeting());
        return there.duties.of(meeting).orElseThrow();
    }

    private void minute() {
        there.clock.pass(Duration.ofMinutes(1));
    }
}
