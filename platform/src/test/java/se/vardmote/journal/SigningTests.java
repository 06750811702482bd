package se.vardmote.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestTransactions;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.Parsed;
import tools.jackson.databind.json.JsonMapper;

/** PDL 3:9–14, R0-39: a call is documented by who held it; what is signed stays as it was signed. */
class SigningTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final Duties duties = new Duties(db.app(), JsonMapper.builder().build(), clock);
    private final Notes notes = TestTransactions.around(db, new Notes(db.app(), duties, clock));
    private final StaffMember nurse = TestCast.nurse();
    private final Duty duty = SampleDuties.of(nurse, ClientId.next(), clock.instant());

    @BeforeEach
    void open() {
        duties.open(duty);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_duty_begins_with_what_happened() {
        Duty kept = now();
        assertThat(kept).isEqualTo(duty);
        assertThat(kept.text()).isEqualTo(SampleDuties.PREFILLED);
        assertThat(kept.background().attendance()).hasSize(2);
    }

    @Test
    void one_meeting_has_one_duty_however_often_its_end_is_told() {
        duties.open(SampleDuties.of(duty.meeting(), nurse, duty.client(), clock.instant()));
        assertThat(toSign()).containsExactly(duty);
    }

    @Test
    void a_draft_is_kept_instead_of_the_prefilled_text_and_a_later_draft_instead_of_that() {
        duties.saveDraft(duty.id(), "Ont i höften");
        clock.pass(Duration.ofMinutes(2));
        duties.saveDraft(duty.id(), "Ont i höften, kan stödja");
        assertThat(now().text()).isEqualTo("Ont i höften, kan stödja");
        assertThat(now().savedAt()).isEqualTo(clock.instant());
        assertThat(toSign()).hasSize(1);
    }

    @Test
    void the_first_signature_ends_the_duty_and_keeps_text_name_profession_and_time() {
        clock.pass(Duration.ofMinutes(7));
        notes.sign(duty, "Kan stödja. Avvaktar.", nurse);
        assertThat(toSign()).isEmpty();
        assertThat(now().signedAt()).isEqualTo(clock.instant());
        Note note = notes.of(duty).getFirst();
        assertThat(note.version()).isEqualTo(1);
        assertThat(note.text()).isEqualTo("Kan stödja. Avvaktar.");
        assertThat(note.signedBy()).isEqualTo("Sara Sjuk");
        assertThat(note.profession()).isEqualTo(nurse.profession());
        assertThat(note.signedAt()).isEqualTo(clock.instant());
    }

    @Test
    void an_addition_stands_beside_the_note_which_stays_as_it_was_signed() {
        notes.sign(duty, "Kan stödja.", nurse);
        var signedAt = now().signedAt();
        clock.pass(Duration.ofHours(1));
        notes.sign(now(), "Rättelse: vänster höft.", nurse);
        assertThat(notes.of(duty)).extracting(Note::text).containsExactly("Kan stödja.", "Rättelse: vänster höft.");
        assertThat(notes.of(duty)).extracting(Note::version).containsExactly(1, 2);
        assertThat(now().signedAt()).isEqualTo(signedAt);
    }

    @Test
    void a_draft_that_arrives_after_the_signature_changes_nothing() {
        duties.saveDraft(duty.id(), "Ont i höften");
        notes.sign(duty, "Kan stödja.", nurse);
        duties.saveDraft(duty.id(), "Något helt annat");
        assertThat(now().text()).isEqualTo("Ont i höften");
        assertThat(notes.of(duty)).extracting(Note::text).containsExactly("Kan stödja.");
    }

    @Test
    void signatures_at_once_get_a_version_each() throws Exception {
        Callable<Boolean> sign = () -> {
            notes.sign(duty, "Samtidigt", nurse);
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var one :
                    threads.invokeAll(IntStream.range(0, 12).mapToObj(i -> sign).toList())) one.get();
        }
        assertThat(notes.of(duty))
                .extracting(Note::version)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
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
                "update journal.duty set prefilled = ''"
            })
    void the_running_role_itself_can_neither_change_nor_remove_what_is_signed(String attempt) {
        notes.sign(duty, "Kan stödja.", nurse);
        assertThatThrownBy(() -> db.app().sql(attempt).update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThat(notes.of(duty)).extracting(Note::text).containsExactly("Kan stödja.");
    }

    @Test
    void what_is_left_to_sign_is_ones_own_at_this_unit_oldest_first() {
        Duty later = SampleDuties.of(nurse, ClientId.next(), clock.instant().plusSeconds(60));
        Duty anothers = SampleDuties.of(TestCast.nurse(), ClientId.next(), clock.instant());
        duties.open(later);
        duties.open(anothers);
        assertThat(toSign()).containsExactly(duty, later);
        assertThat(duties.toSign(TestCast.VELLINGE, TestCast.HOME_CARE, nurse.staff()))
                .isEmpty();
        assertThat(duties.toSign(TestCast.TRELLEBORG, TestCast.NURSES, nurse.staff()))
                .isEmpty();
        assertThat(duties.find(TestCast.TRELLEBORG, duty.id())).isEmpty();
    }

    @Test
    void an_empty_note_and_one_that_is_too_long_cannot_be_signed() {
        assertThat(Notes.text("  \n ")).isEqualTo(Parsed.refused("missing"));
        assertThat(Notes.text("å".repeat(Note.LONGEST + 1))).isEqualTo(Parsed.refused("too-long"));
        assertThat(Notes.text("å".repeat(Note.LONGEST))).isInstanceOf(Parsed.Valid.class);
        assertThat(Notes.text(" rad 1\r\nrad 2 ")).isEqualTo(Parsed.valid("rad 1\nrad 2"));
    }

    @Test
    void nothing_of_the_note_shows_in_what_is_logged() {
        notes.sign(duty, "Tolvan ramlade", nurse);
        assertThat(List.of(now(), now().background(), notes.of(duty)).toString())
                .doesNotContain("Tolvan", "Karin", "Fall:");
    }

    private Duty now() {
        return duties.find(TestCast.VELLINGE, duty.id()).orElseThrow();
    }

    private List<Duty> toSign() {
        return duties.toSign(TestCast.VELLINGE, TestCast.NURSES, nurse.staff());
    }
}
