package se.vardmote.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PictureId;

/** R0-38, R0-39: a picture that a professional saved stays with the note, sealed, and each look is on record. */
class SavedPicturesTests {
    private static final byte[] JPEG = "inte en riktig bild".getBytes(StandardCharsets.UTF_8);
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestJournal journal = new TestJournal(db, clock);
    private final Duties duties = journal.duties;
    private final Pictures pictures = journal.pictures;
    private final StaffMember nurse = TestCast.nurse();
    private final Duty duty = SampleDuties.begun(duties, nurse, ClientId.next(), clock.instant());
    private final PictureId picture = save(duty);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void it_is_read_as_it_was_saved_with_who_took_it_who_saved_it_and_that_the_patient_was_asked() {
        assertThat(pictures.read(duty, picture, nurse))
                .hasValueSatisfying(image -> assertThat(image).isEqualTo(JPEG));
        assertThat(pictures.of(duty))
                .containsExactly(new Pictures.Saved(
                        picture,
                        1600,
                        1200,
                        clock.instant(),
                        "Karin Larsson",
                        Pictures.Asked.ASKED,
                        "Sara Sjuk",
                        clock.instant(),
                        null));
    }

    @Test
    void saving_and_each_look_are_on_record() {
        pictures.read(duty, picture, nurse);
        assertThat(db.app()
                        .sql(
                                "select activity from audit.event where object_type = 'picture' and object_id = ? order by id")
                        .param(picture.value())
                        .query(String.class)
                        .list())
                .containsExactly("WRITE", "READ");
    }

    @Test
    void what_cannot_be_put_on_record_is_neither_saved_nor_shown() {
        db.owner().sql("revoke insert on audit.event from vardmote_app").update();
        db.owner().sql("revoke insert (at) on audit.event from vardmote_app").update();
        assertThatThrownBy(() -> save(duty)).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> pictures.read(duty, picture, nurse)).hasStackTraceContaining("permission denied");
        assertThat(pictures.of(duty)).hasSize(1);
    }

    @Test
    void it_belongs_to_its_call_and_is_found_through_no_other() {
        Duty other = SampleDuties.begun(duties, nurse, ClientId.next(), clock.instant());
        assertThat(pictures.read(other, picture, nurse)).isEmpty();
        assertThat(pictures.of(other)).isEmpty();
    }

    @Test
    void neither_the_picture_nor_a_name_stands_in_the_database_in_plain() {
        byte[] stored = db.owner()
                .sql("select image from journal.picture")
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("riktig");
        byte[] name = db.owner()
                .sql("select taken_by from journal.picture")
                .query(byte[].class)
                .single();
        assertThat(new String(name, StandardCharsets.ISO_8859_1)).doesNotContain("Karin");
    }

    @Test
    void it_outlives_the_conversation() {
        journal.retention.forget(duty.conversation());
        assertThat(pictures.read(duty, picture, nurse)).isPresent();
    }

    @Test
    void what_it_shows_can_be_described_until_the_note_is_signed() {
        pictures.describe(duty, picture, "Rodnad på vänster höft", nurse);
        journal.notes.sign(duty, TestJournal.saying("Kan stödja."), nurse);
        pictures.describe(duty, picture, "Något annat", nurse);
        assertThat(pictures.of(duty)).extracting(Pictures.Saved::altText).containsExactly("Rodnad på vänster höft");
    }

    @Test
    void nothing_of_it_shows_in_what_is_logged() {
        pictures.describe(duty, picture, "Rodnad på vänster höft", nurse);
        assertThat(List.of(pictures.of(duty), taken()).toString()).doesNotContain("Karin", "Rodnad");
    }

    private PictureId save(Duty of) {
        return pictures.save(of, taken(), nurse);
    }

    private Pictures.Taken taken() {
        return new Pictures.Taken(JPEG, 1600, 1200, clock.instant(), "Karin Larsson", Pictures.Asked.ASKED);
    }
}
