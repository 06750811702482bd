package se.vardmote.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.ClientId;

/** PDL 3:9–14, R0-39: a call is documented by who held it; what is signed stays as it was signed. */
class SigningTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestJournal journal = new TestJournal(db, clock);
    private final Duties duties = journal.duties;
    private final NoteDrafts drafts = journal.drafts;
    private final Notes notes = journal.notes;
    private final StaffMember nurse = TestCast.nurse();
    private final Duty duty = SampleDuties.of(duties, nurse, ClientId.next(), clock.instant());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_duty_begins_with_what_happened() {
        assertThat(drafts.text(duty)).isEqualTo(SampleDuties.PREFILLED);
        assertThat(duties.background(duty).attendance()).hasSize(2);
        assertThat(duties.background(duty).endedAt()).isEqualTo(duty.endedAt());
    }

    @Test
    void one_meeting_has_one_duty_however_often_its_end_is_told() {
        duties.complete(duty, clock.instant(), SampleDuties.background(clock.instant(), null), saying("Något annat"));
        assertThat(drafts.text(duty)).isEqualTo(SampleDuties.PREFILLED);
        assertThat(toSign()).containsExactly(duty);
    }

    /** So that it can be written, and pictures saved, during the call. */
    @Test
    void a_call_that_goes_on_can_be_written_about_and_waits_for_no_signature_yet() {
        Duty begun = SampleDuties.begun(duties, nurse, ClientId.next(), clock.instant());
        assertThat(drafts.text(begun)).isEqualTo(SampleDuties.PREFILLED_AT_THE_START);
        drafts.save(begun, saying("Ont i höften"));
        assertThat(drafts.text(begun)).isEqualTo(saying("Ont i höften"));
        assertThat(toSign()).containsExactly(duty);
    }

    @Test
    void at_the_end_of_the_call_the_prefilled_text_is_renewed_unless_somebody_has_written() {
        Duty untouched = SampleDuties.begun(duties, nurse, ClientId.next(), clock.instant());
        Duty written = SampleDuties.begun(duties, nurse, ClientId.next(), clock.instant());
        drafts.save(written, saying("Ont i höften"));
        clock.pass(Duration.ofMinutes(11));
        for (Duty each : List.of(untouched, written)) {
            var background = SampleDuties.background(each.openedAt(), clock.instant());
            duties.complete(each, clock.instant(), background, SampleDuties.PREFILLED);
        }
        assertThat(drafts.text(untouched)).isEqualTo(SampleDuties.PREFILLED);
        assertThat(drafts.text(written)).isEqualTo(saying("Ont i höften"));
        assertThat(duties.background(written).endedAt()).isEqualTo(clock.instant());
        assertThat(toSign()).hasSize(3);
    }

    /** What anybody reads who gets hold of the database or a backup, without the keys. */
    @Test
    void nothing_that_a_duty_or_a_note_says_stands_in_the_database_in_plain() {
        drafts.save(duty, saying("Tolvan har ont"));
        notes.sign(duty, saying("Tolvan ramlade"), nurse);
        for (String table : List.of("duty", "completion", "note")) {
            assertThat(db.owner()
                            .sql("select string_agg(encode(convert_to(t::text, 'utf8'), 'escape'), '') from journal."
                                    + table + " t")
                            .query(String.class)
                            .single())
                    .doesNotContain("Tolvan", "Karin", "Fall:", "FALL", hex("Tolvan"), hex("Karin"));
        }
    }

    @Test
    void the_text_of_one_version_cannot_be_put_in_the_place_of_another() {
        notes.sign(duty, saying("Höger höft."), nurse);
        notes.sign(duty, saying("Vänster höft."), nurse);
        db.owner()
                .sql("update journal.note set text = (select text from journal.note where version = 1)")
                .update();
        assertThatThrownBy(() -> notes.of(duty)).isInstanceOf(ProblemException.class);
    }

    /** The conversation is forgotten after sixty days, the documentation is not (R0-39). */
    @Test
    void the_documentation_can_be_read_when_the_conversation_is_forgotten() {
        notes.sign(duty, saying("Kan stödja."), nurse);
        journal.retention.forget(duty.conversation());
        assertThat(duty.documentation()).isNotEqualTo(duty.conversation());
        assertThat(notes.of(duty)).extracting(note -> note.text().measures()).containsExactly("Kan stödja.");
        assertThat(duties.background(duty).reason()).isEqualTo("FALL");
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void a_draft_is_kept_instead_of_the_prefilled_text_and_a_later_draft_instead_of_that() {
        drafts.save(duty, saying("Ont i höften"));
        clock.pass(Duration.ofMinutes(2));
        drafts.save(duty, saying("Ont i höften, kan stödja"));
        assertThat(drafts.text(duty)).isEqualTo(saying("Ont i höften, kan stödja"));
        assertThat(now().savedAt()).isEqualTo(clock.instant());
        assertThat(toSign()).hasSize(1);
    }

    @Test
    void the_first_signature_ends_the_duty_and_keeps_text_name_profession_and_time() {
        clock.pass(Duration.ofMinutes(7));
        notes.sign(duty, saying("Kan stödja. Avvaktar."), nurse);
        assertThat(toSign()).isEmpty();
        assertThat(now().signedAt()).isEqualTo(clock.instant());
        Note note = notes.of(duty).getFirst();
        assertThat(note.version()).isEqualTo(1);
        assertThat(note.text()).isEqualTo(saying("Kan stödja. Avvaktar."));
        assertThat(note.signedBy()).isEqualTo("Sara Sjuk");
        assertThat(note.profession()).isEqualTo(nurse.profession());
        assertThat(note.signedAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_correction_is_a_new_version_that_shows_when_and_the_earlier_one_can_still_be_read() {
        notes.sign(duty, saying("Kan stödja."), nurse);
        var signedAt = now().signedAt();
        clock.pass(Duration.ofHours(1));
        notes.sign(now(), saying("Kan stödja. Vänster höft."), nurse);
        assertThat(notes.of(duty))
                .extracting(note -> note.text().measures())
                .containsExactly("Kan stödja. Vänster höft.", "Kan stödja.");
        assertThat(notes.of(duty)).extracting(Note::version).containsExactly(2, 1);
        assertThat(notes.of(duty)).extracting(Note::signedAt).containsExactly(clock.instant(), signedAt);
        assertThat(notes.latest(duty)).map(Note::version).contains(2);
        assertThat(now().signedAt()).isEqualTo(signedAt);
    }

    /** A second press, or a correction that corrects nothing. */
    @Test
    void what_is_signed_already_is_not_signed_again() {
        notes.sign(duty, saying("Kan stödja."), nurse);
        notes.sign(now(), saying("Kan stödja."), nurse);
        assertThat(notes.of(duty)).hasSize(1);
    }

    @Test
    void a_draft_that_arrives_after_the_signature_changes_nothing() {
        drafts.save(duty, saying("Ont i höften"));
        notes.sign(duty, saying("Kan stödja."), nurse);
        drafts.save(duty, saying("Något helt annat"));
        assertThat(drafts.text(duty)).isEqualTo(saying("Ont i höften"));
        assertThat(notes.of(duty)).extracting(note -> note.text().measures()).containsExactly("Kan stödja.");
    }

    @Test
    void signatures_at_once_get_a_version_each() throws Exception {
        IntFunction<Callable<Boolean>> sign = i -> () -> {
            notes.sign(duty, saying("Samtidigt " + i), nurse);
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var one :
                    threads.invokeAll(IntStream.range(0, 12).mapToObj(sign).toList())) one.get();
        }
        assertThat(notes.of(duty))
                .extracting(Note::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 12).mapToObj(i -> 13 - i).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal.note set text = 'annat'",
                "update journal.note set signed_by_name = 'annan'",
                "delete from journal.note",
                "truncate journal.note",
                "delete from journal.duty",
                "update journal.duty set background = '{}'",
                "update journal.duty set staff_id = gen_random_uuid()",
                "update journal.duty set prefilled = ''",
                "update journal.duty set documentation_unit_id = gen_random_uuid()",
                "update journal.completion set ended_at = now()",
                "update journal.completion set background_at_end = ''",
                "delete from journal.completion",
                "update journal.picture set image = ''",
                "update journal.record_entry set system = 'annat'",
                "delete from journal.record_entry",
                "delete from journal.picture"
            })
    void the_running_role_itself_can_neither_change_nor_remove_what_is_signed(String attempt) {
        notes.sign(duty, saying("Kan stödja."), nurse);
        assertThatThrownBy(() -> db.app().sql(attempt).update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThat(notes.of(duty)).extracting(note -> note.text().measures()).containsExactly("Kan stödja.");
    }

    @Test
    void what_is_left_to_sign_is_ones_own_at_this_unit_oldest_first() {
        Duty later =
                SampleDuties.of(duties, nurse, ClientId.next(), clock.instant().plusSeconds(60));
        SampleDuties.of(duties, TestCast.nurse(), ClientId.next(), clock.instant());
        assertThat(toSign()).containsExactly(duty, later);
        assertThat(duties.toSign(TestCast.VELLINGE, TestCast.HOME_CARE, nurse.staff()))
                .isEmpty();
        assertThat(duties.toSign(TestCast.TRELLEBORG, TestCast.NURSES, nurse.staff()))
                .isEmpty();
        assertThat(duties.find(TestCast.TRELLEBORG, duty.id())).isEmpty();
    }

    @Test
    void an_empty_note_and_a_part_that_is_too_long_cannot_be_signed() {
        assertThat(NoteText.of(part -> "  \n ").refusals()).isEqualTo(Map.of("situation", "missing"));
        for (NotePart part : NotePart.values()) {
            NoteText tooLong = NoteText.of(each -> each == part ? "å".repeat(NotePart.LONGEST + 1) : "");
            assertThat(tooLong.refusals()).isEqualTo(Map.of(part.word(), "too-long"));
        }
        assertThat(NoteText.of(part -> "å".repeat(NotePart.LONGEST)).refusals()).isEmpty();
        assertThat(NoteText.of(part -> part == NotePart.MEASURES ? " rad 1\r\nrad 2 " : ""))
                .isEqualTo(new NoteText("", "", "", "rad 1\nrad 2"));
        assertThat(new NoteText("", "", "", "rad 1").refusals()).isEmpty();
    }

    @Test
    void nothing_of_the_note_shows_in_what_is_logged() {
        notes.sign(duty, saying("Tolvan ramlade"), nurse);
        assertThat(List.of(now(), duties.background(duty), notes.of(duty)).toString())
                .doesNotContain("Tolvan", "Karin", "Fall:");
    }

    private static NoteText saying(String measures) {
        return TestJournal.saying(measures);
    }

    private Duty now() {
        return duties.find(TestCast.VELLINGE, duty.id()).orElseThrow();
    }

    private List<Duty> toSign() {
        return duties.toSign(TestCast.VELLINGE, TestCast.NURSES, nurse.staff());
    }
}
