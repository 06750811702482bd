package se.vardmote.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.meetings.TestMeetings.Waiting;
import se.vardmote.meetings.picture.OwnPicture;
import se.vardmote.organisation.ImageRoutine;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.PictureId;

/** R0-33, R0-37, R0-38, R2-77: a picture from the one who takes it to the one who decides what becomes of it. */
class PicturesOfACallTests {
    private static final byte[] JPEG = "a picture of a leg".getBytes(StandardCharsets.UTF_8);
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestMeetings house = new TestMeetings(db, clock);
    private final SentPictures pictures = house.pictures;
    private final StaffMember nurse = TestCast.nurse();
    private final Waiting waiting = house.somebodyWaits();

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void it_waits_for_the_professional_as_it_was_sent() {
        admit();
        PictureId id = send();
        assertThat(pictures.undecided(waiting.unit()))
                .containsExactly(new SentPicture(id, 1280, 720, clock.instant(), taker()));
        assertThat(pictures.jpeg(waiting.unit(), id)).isEqualTo(JPEG);
    }

    @Test
    void sent_again_under_the_same_key_it_is_one_picture() {
        admit();
        UUID key = UUID.randomUUID();
        send(PictureId.next(), key);
        send(PictureId.next(), key);
        assertThat(pictures.undecided(waiting.unit())).hasSize(1);
        assertThat(pictures.withKey(waiting.unit(), key)).isPresent();
    }

    @Test
    void a_discarded_one_is_gone_from_the_database_and_stays_gone() {
        admit();
        PictureId id = send();
        pictures.discard(waiting.unit(), id);
        assertThat(pictures.undecided(waiting.unit())).isEmpty();
        assertProblem(() -> pictures.jpeg(waiting.unit(), id), "meetings/picture-gone");
        assertThat(bytesKept()).isZero();
        assertProblem(
                () -> pictures.save(meeting(), id, new SentPictures.Said(true, null), nurse), "meetings/picture-gone");
        assertThat(house.saved.saved).isEmpty();
    }

    @Test
    void a_saved_one_is_the_notes_and_no_longer_kept_here() {
        admit();
        PictureId id = send();
        pictures.save(meeting(), id, new SentPictures.Said(false, null), nurse);
        assertThat(house.saved.saved).singleElement().satisfies(saved -> {
            assertThat(saved.jpeg()).isEqualTo(JPEG);
            assertThat(saved.takenBy()).isEqualTo("Karin Larsson");
            assertThat(saved.takenAt()).isEqualTo(clock.instant());
            assertThat(saved.patientAsked()).isFalse();
        });
        assertThat(pictures.undecided(waiting.unit())).isEmpty();
        assertThat(bytesKept()).isZero();
        assertProblem(
                () -> pictures.save(meeting(), id, new SentPictures.Said(true, null), nurse), "meetings/picture-gone");
        pictures.discard(waiting.unit(), id);
        assertThat(house.saved.saved).hasSize(1);
    }

    /** B4. */
    @Test
    void where_the_unit_saves_no_pictures_it_is_refused_and_the_picture_waits() {
        admit();
        PictureId id = send();
        house.saved.routine = new ImageRoutine("Vi sparar inga bilder.", false);
        assertProblem(
                () -> pictures.save(meeting(), id, new SentPictures.Said(true, null), nurse),
                "meetings/pictures-not-saved-here");
        assertThat(house.saved.saved).isEmpty();
        assertThat(pictures.undecided(waiting.unit())).hasSize(1);
    }

    /** R0-53: what the professional says goes to where it is saved, and a refusal leaves the picture to decide about. */
    @Test
    void one_of_a_call_whose_patient_nobody_has_confirmed_stays_until_somebody_says_so() {
        admit();
        PictureId id = send();
        house.saved.confirmed = false;
        assertProblem(
                () -> pictures.save(meeting(), id, new SentPictures.Said(true, null), nurse),
                "meetings/patient-not-confirmed");
        assertThat(pictures.undecided(waiting.unit())).hasSize(1);
        pictures.save(meeting(), id, new SentPictures.Said(true, PicturesOnPaper.PATIENT), nurse);
        assertThat(pictures.undecided(waiting.unit())).isEmpty();
    }

    @Test
    void a_call_that_has_ended_leaves_it_to_be_saved_or_discarded() {
        MeetingId id = admit();
        PictureId one = send();
        PictureId other = send();
        house.meetings.end(TestCast.VELLINGE, id, nurse.staff());
        pictures.save(meeting(), one, new SentPictures.Said(true, null), nurse);
        pictures.discard(waiting.unit(), other);
        assertThat(house.saved.saved).hasSize(1);
        assertThat(bytesKept()).isZero();
    }

    @Test
    void when_the_note_cannot_take_it_it_is_not_lost() {
        admit();
        PictureId id = send();
        house.saved.fails = true;
        assertThatThrownBy(() -> pictures.save(meeting(), id, new SentPictures.Said(true, null), nurse))
                .isInstanceOf(IllegalStateException.class);
        assertThat(pictures.jpeg(waiting.unit(), id)).isEqualTo(JPEG);
    }

    @Test
    void nobody_who_waits_and_nobody_whose_call_is_over_sends_one() {
        assertProblem(this::send, "meetings/not-open");
        MeetingId id = admit();
        house.meetings.end(TestCast.VELLINGE, id, nurse.staff());
        assertProblem(this::send, "meetings/not-open");
    }

    @Test
    void six_a_minute_and_ten_undecided_are_enough() {
        admit();
        for (int i = 0; i < SentPictures.MOST_A_MINUTE; i++) send();
        assertProblem(this::send, "meetings/too-many-pictures");
        clock.pass(Duration.ofMinutes(1));
        for (int i = SentPictures.MOST_A_MINUTE; i < SentPictures.MOST_UNDECIDED; i++) send();
        clock.pass(Duration.ofMinutes(1));
        assertProblem(this::send, "meetings/too-many-pictures");
        pictures.discard(
                waiting.unit(), pictures.undecided(waiting.unit()).getFirst().id());
        send();
    }

    @Test
    void it_is_unreadable_in_the_database_and_cannot_change_places_with_another() {
        admit();
        PictureId one = send();
        send();
        assertThat(db.owner()
                        .sql("select sealed from meetings.picture")
                        .query(byte[].class)
                        .list())
                .allSatisfy(kept ->
                        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("leg"));
        db.owner()
                .sql("update meetings.picture a set sealed = b.sealed from meetings.picture b where a.id <> b.id")
                .update();
        assertProblem(() -> pictures.jpeg(waiting.unit(), one), "retention/unreadable");
    }

    @Test
    void another_conversation_has_none_of_it() {
        admit();
        PictureId id = send();
        Waiting other = house.somebodyWaits();
        assertThat(pictures.undecided(other.unit())).isEmpty();
        assertProblem(() -> pictures.jpeg(other.unit(), id), "meetings/picture-gone");
        pictures.discard(other.unit(), id);
        assertThat(pictures.undecided(waiting.unit())).hasSize(1);
    }

    /** R0-39: unsaved pictures go with the conversation. */
    @Test
    void when_the_conversations_time_is_up_its_rows_go_and_no_others() {
        admit();
        send();
        send();
        Waiting other = house.somebodyWaits();
        house.admit(other, nurse);
        pictures.keep(other.unit(), takerOf(other), PictureId.next(), UUID.randomUUID(), new OwnPicture(JPEG, 9, 9));
        pictures.remove(List.of(waiting.unit()));
        assertThat(pictures.undecided(waiting.unit())).isEmpty();
        assertThat(pictures.undecided(other.unit())).hasSize(1);
    }

    private MeetingId admit() {
        return house.admit(waiting, nurse);
    }

    private Meeting meeting() {
        return house.meetings.of(waiting.unit()).orElseThrow();
    }

    private ParticipantId taker() {
        return takerOf(waiting);
    }

    private ParticipantId takerOf(Waiting some) {
        return house.participants.of(some.unit()).getFirst().id();
    }

    private PictureId send() {
        PictureId id = PictureId.next();
        send(id, UUID.randomUUID());
        return id;
    }

    private void send(PictureId id, UUID key) {
        pictures.keep(waiting.unit(), taker(), id, key, new OwnPicture(JPEG, 1280, 720));
    }

    private long bytesKept() {
        return db.owner()
                .sql("select count(*) from meetings.picture where sealed is not null")
                .query(Long.class)
                .single();
    }

    private static void assertProblem(ThrowingCallable doing, String slug) {
        assertThatThrownBy(doing)
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem().slug())
                .isEqualTo(slug);
    }
}
