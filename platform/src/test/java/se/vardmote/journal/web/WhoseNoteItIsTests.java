package se.vardmote.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Clients;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.journal.Note;
import se.vardmote.journal.NoteDrafts;
import se.vardmote.journal.Notes;
import se.vardmote.journal.SampleDuties;
import se.vardmote.journal.TestDuties;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestTransactions;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.retention.TestRetention;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DutyId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.StaffId;
import se.vardmote.vocabulary.UnknownIdentity;
import tools.jackson.databind.json.JsonMapper;

/** R0-36: the note of a call is read and written by who held it, at the unit where it was held; each time on record. */
class WhoseNoteItIsTests {
    private static final StaffMember SARA = TestCast.nurse();
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final RetentionUnits retention = TestRetention.on(db, clock);
    private final Duties duties =
            new Duties(db.app(), retention, JsonMapper.builder().build(), clock);
    private final NoteDrafts drafts = new NoteDrafts(db.app(), retention, clock);
    private final Notes notes = TestTransactions.around(db, new Notes(db.app(), retention, duties, clock));
    private final Clients clients = new Clients(db.app(), clock);
    private final NoteController pages = new NoteController(
            TestDuties.access(db, duties, clock), duties, drafts, notes, clients, new AuditLog(db.audit()), clock);
    private final ClientId client = clients.register(
            TestCast.VELLINGE,
            UnknownIdentity.parse("Ny för oss").orElseThrow().id(),
            new PersonName("Tolvan Tolvansson"));
    private final Duty duty = SampleDuties.of(duties, SARA, client, clock.instant());

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
        assertNoRelation(() -> pages.note(stranger, duty.id().toString()));
        assertNoRelation(() -> pages.write(stranger, duty.id().toString(), "Något annat", false));
        assertNoRelation(() -> pages.write(stranger, duty.id().toString(), "Något annat", true));
        assertNoRelation(() -> pages.note(SARA, DutyId.next().toString()));
        assertThat(notes.of(duty)).isEmpty();
        assertThat(drafts.text(duty)).isEqualTo(SampleDuties.PREFILLED);
    }

    @Test
    void who_held_the_call_sees_the_prefilled_note_of_the_patient_and_that_is_on_record() {
        NotePage page = page(pages.note(SARA, duty.id().toString()));
        assertThat(page.patientName()).isEqualTo("Tolvan Tolvansson");
        assertThat(page.identity()).isNull();
        assertThat(page.text()).isEqualTo(SampleDuties.PREFILLED);
        assertThat(db.app()
                        .sql("select activity, client_id, actor_id, outcome from audit.event")
                        .query()
                        .singleRow())
                .containsEntry("activity", "READ")
                .containsEntry("client_id", client.value())
                .containsEntry("actor_id", SARA.staff().value())
                .containsEntry("outcome", "ALLOWED");
    }

    @Test
    void saving_keeps_a_draft_and_signing_ends_the_duty() {
        pages.write(SARA, duty.id().toString(), "Ont i höften", false);
        assertThat(notes.of(duty)).isEmpty();
        pages.write(SARA, duty.id().toString(), "Ont i höften, kan stödja", true);
        assertThat(notes.of(duty)).extracting(Note::text).containsExactly("Ont i höften, kan stödja");
        assertThat(duties.toSign(TestCast.VELLINGE, TestCast.NURSES, SARA.staff()))
                .isEmpty();
        assertThat(db.app()
                        .sql("select activity from audit.event order by id")
                        .query(String.class)
                        .list())
                .containsExactly("WRITE", "SIGN");
    }

    /** The end belongs to the note; a signature before it would leave it out. */
    @Test
    void while_the_call_goes_on_the_text_is_kept_and_not_signed() {
        Duty begun = SampleDuties.begun(duties, SARA, client, clock.instant());
        pages.write(SARA, begun.id().toString(), "Ont i höften", true);
        assertThat(notes.of(begun)).isEmpty();
        assertThat(drafts.text(begun)).isEqualTo("Ont i höften");
        assertThat(page(pages.note(SARA, begun.id().toString())).endedAt()).isNull();
    }

    @Test
    void an_empty_note_comes_back_with_what_is_missing_and_is_not_signed() {
        var answer = pages.write(SARA, duty.id().toString(), "  ", true);
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page(answer).errors()).isEqualTo(Map.of("text", "missing"));
        assertThat(notes.of(duty)).isEmpty();
    }

    @Test
    void a_signed_note_is_shown_as_it_was_signed_with_an_empty_field_for_an_addition() {
        pages.write(SARA, duty.id().toString(), "Kan stödja.", true);
        NotePage page = page(pages.note(SARA, duty.id().toString()));
        assertThat(page.signed()).extracting(NotePage.Signed::text).containsExactly("Kan stödja.");
        assertThat(page.text()).isEmpty();
    }

    /** Shown after the insert into the audit log has failed would be shown without anybody knowing. */
    @Test
    void when_the_reading_cannot_be_put_on_record_nothing_is_shown() {
        db.owner().sql("revoke insert on audit.event from vardmote_app").update();
        db.owner().sql("revoke insert (at) on audit.event from vardmote_app").update();
        assertThatThrownBy(() -> pages.note(SARA, duty.id().toString())).hasStackTraceContaining("permission denied");
    }

    private static NotePage page(ModelAndView answer) {
        return (NotePage) Objects.requireNonNull(answer.getModel().get("page"));
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
                SARA.commission(),
                provider,
                unit,
                "En annan enhet",
                SARA.assurance(),
                false);
    }
}
