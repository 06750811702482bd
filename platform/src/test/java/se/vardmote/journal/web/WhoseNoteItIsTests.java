package se.vardmote.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.journal.Duty;
import se.vardmote.journal.NoteText;
import se.vardmote.journal.SampleDuties;
import se.vardmote.journal.TestJournal;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DutyId;
import se.vardmote.vocabulary.PictureId;
import se.vardmote.vocabulary.StaffId;

/** R0-36: the note of a call is read and written by who held it, at the unit where it was held; each time on record. */
class WhoseNoteItIsTests {
    private static final StaffMember SARA = TestCast.nurse();
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestNotePages pages = new TestNotePages(db, clock);
    private final TestJournal journal = pages.journal;
    private final Duty duty = SampleDuties.of(journal.duties, SARA, pages.client, clock.instant());

    @AfterEach
    void close() {
        db.close();
    }

    static Stream<StaffMember> strangers() {
        return Stream.of(
                person(StaffId.next(), TestCast.VELLINGE, TestCast.NURSES),
                person(SARA.staff(), TestCast.VELLINGE, TestCast.HOME_CARE),
                person(SARA.staff(), TestCast.TRELLEBORG, TestCast.NURSES));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void a_colleague_another_unit_and_another_care_provider_cannot_tell_it_from_one_that_never_was(
            StaffMember stranger) {
        String id = duty.id().toString();
        assertNoRelation(() -> pages.page(stranger, duty));
        assertNoRelation(() -> pages.write(stranger, duty, "Något annat", false));
        assertNoRelation(() -> pages.write(stranger, duty, "Något annat", true));
        assertNoRelation(() -> pages.notes.keep(stranger, id, Map.of("measures", "Något annat")));
        assertNoRelation(() -> pages.entries.enter(stranger, id, "Journalsystemet"));
        assertNoRelation(() -> pages.entries.takeBack(stranger, id));
        assertNoRelation(() -> pages.pdf(stranger, duty));
        assertNoRelation(() -> pages.text(stranger, duty));
        assertNoRelation(() -> pages.picture(stranger, duty, PictureId.next()));
        assertNoRelation(() -> pages.notes.note(SARA, DutyId.next().toString()));
        assertThat(journal.notes.of(duty)).isEmpty();
        assertThat(journal.drafts.text(duty)).isEqualTo(SampleDuties.PREFILLED);
    }

    @Test
    void who_held_the_call_sees_the_prefilled_note_of_the_patient_and_that_is_on_record() {
        NotePage page = pages.page(SARA, duty);
        assertThat(page.facts().patientName()).isEqualTo("Tolvan Tolvansson");
        assertThat(page.facts().identity()).isNull();
        assertThat(page.text()).isEqualTo(SampleDuties.PREFILLED);
        assertThat(db.app()
                        .sql("select activity, client_id, actor_id, outcome from audit.event")
                        .query()
                        .singleRow())
                .containsEntry("activity", "READ")
                .containsEntry("client_id", pages.client.value())
                .containsEntry("actor_id", SARA.staff().value())
                .containsEntry("outcome", "ALLOWED");
    }

    @Test
    void saving_keeps_a_draft_and_signing_ends_the_duty() {
        pages.write(SARA, duty, "Ont i höften", false);
        assertThat(journal.notes.of(duty)).isEmpty();
        pages.write(SARA, duty, "Ont i höften, kan stödja", true);
        assertThat(journal.notes.of(duty))
                .extracting(note -> note.text().measures())
                .containsExactly("Ont i höften, kan stödja");
        assertThat(journal.duties.toSign(TestCast.VELLINGE, TestCast.NURSES, SARA.staff()))
                .isEmpty();
        assertThat(db.app()
                        .sql("select activity from audit.event order by id")
                        .query(String.class)
                        .list())
                .containsExactly("WRITE", "WRITE", "SIGN");
    }

    /** The end belongs to the note; a signature before it would leave it out. */
    @Test
    void while_the_call_goes_on_the_text_is_kept_and_not_signed() {
        Duty begun = SampleDuties.begun(journal.duties, SARA, pages.client, clock.instant());
        pages.write(SARA, begun, "Ont i höften", true);
        assertThat(journal.notes.of(begun)).isEmpty();
        assertThat(journal.drafts.text(begun).measures()).isEqualTo("Ont i höften");
        assertThat(pages.page(SARA, begun).facts().endedAt()).isNull();
    }

    /** Each part has a draft of its own: two windows on two parts do not overwrite each other. */
    @Test
    void a_part_that_is_not_sent_stays_as_it_was() {
        pages.notes.keep(
                SARA,
                duty.id().toString(),
                Map.of("observations", "Blek", "rightPatient", duty.client().toString()));
        pages.notes.keep(SARA, duty.id().toString(), Map.of("measures", "Avvaktar"));
        assertThat(journal.drafts.text(duty))
                .isEqualTo(new NoteText("Text om situation", "Text om background", "Blek", "Avvaktar"));
    }

    @Test
    void an_empty_note_comes_back_with_what_is_missing_and_is_not_signed() {
        var empty = Map.of(
                "situation",
                "",
                "background",
                " ",
                "observations",
                "",
                "measures",
                "",
                "rightPatient",
                duty.client().toString());
        var answer = pages.notes.write(SARA, duty.id().toString(), true, empty);
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(TestNotePages.page(answer).errors()).isEqualTo(Map.of("situation", "missing"));
        assertThat(journal.notes.of(duty)).isEmpty();
    }

    @Test
    void a_signed_note_is_shown_as_it_was_signed_ready_to_be_corrected_and_not_entered_yet() {
        pages.write(SARA, duty, "Kan stödja.", true);
        NotePage page = pages.page(SARA, duty);
        assertThat(page.signed()).extracting(note -> note.text().measures()).containsExactly("Kan stödja.");
        assertThat(page.text().measures()).isEqualTo("Kan stödja.");
        assertThat(page.state()).isEqualTo(NotePage.State.NOT_ENTERED);
    }

    @Test
    void a_note_is_marked_as_entered_and_a_correction_is_not_entered_yet() {
        String id = duty.id().toString();
        pages.write(SARA, duty, "Kan stödja.", true);
        pages.entries.enter(SARA, id, " Journalsystemet ");
        assertThat(pages.page(SARA, duty).state()).isEqualTo(NotePage.State.ENTERED);
        assertThat(pages.page(SARA, duty).system()).isEqualTo("Journalsystemet");
        pages.write(SARA, duty, "Kan stödja. Vänster höft.", true);
        assertThat(pages.page(SARA, duty).state()).isEqualTo(NotePage.State.CORRECTED_SINCE);
        pages.entries.enter(SARA, id, "Journalsystemet");
        pages.entries.takeBack(SARA, id);
        assertThat(pages.page(SARA, duty).state()).isEqualTo(NotePage.State.NOT_ENTERED);
        assertThat(db.app()
                        .sql("select action from audit.event where action like 'mark%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("mark-entered", "mark-entered", "mark-not-entered");
    }

    @Test
    void without_a_system_it_is_not_marked() {
        pages.write(SARA, duty, "Kan stödja.", true);
        var answer = pages.entries.enter(SARA, duty.id().toString(), " ");
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(TestNotePages.page(answer).errors()).isEqualTo(Map.of("system", "missing"));
        assertThat(journal.entries.of(duty)).isEmpty();
    }

    /** Shown after the insert into the audit log has failed would be shown without anybody knowing. */
    @Test
    void when_the_reading_cannot_be_put_on_record_nothing_is_shown() {
        db.owner().sql("revoke insert on audit.event from vardmote_app").update();
        db.owner().sql("revoke insert (at) on audit.event from vardmote_app").update();
        assertThatThrownBy(() -> pages.page(SARA, duty)).hasStackTraceContaining("permission denied");
    }

    private static void assertNoRelation(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem().slug())
                .isEqualTo("access/no-relation");
    }

    private static StaffMember person(StaffId staff, CareProviderId provider, CareUnitId unit) {
        return new StaffMember(
                SARA.session(),
                staff,
                SARA.hsaId(),
                "Någon annan",
                SARA.profession(),
                SARA.licensed(),
                SARA.commission(),
                provider,
                unit,
                "En annan enhet",
                SARA.assurance(),
                false,
                false,
                true);
    }
}
