package se.vardmote.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.meetings.TestMeetings.Waiting;
import se.vardmote.platform.ProblemException;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.MeetingId;

/** R4-351, R4-352: the chair ends the call for everybody; nobody remains and the link opens nothing any more. */
class EndingForAllTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestMeetings house = new TestMeetings(db, clock);
    private final StaffMember nurse = TestCast.nurse();
    private final Waiting waiting = house.somebodyWaits();
    private final MeetingId meeting = house.admit(waiting, nurse);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void everybody_is_out_and_the_seats_are_dead_at_once() {
        house.meetings.end(TestCast.VELLINGE, meeting, nurse.staff());

        assertThat(house.participants.of(waiting.unit())).allMatch(person -> person.standing() == Standing.LEFT);
        assertThat(house.conversations.holderOf(waiting.seat().token().hash())).isEmpty();
        assertThat(house.conversations.offerAgain(waiting.unit())).isEmpty();
        assertThat(goesOn()).isFalse();
    }

    @Test
    void only_the_chair_ends_for_all() {
        assertProblem(TestCast.VELLINGE, TestCast.nurse(), "meetings/not-the-chair");
        assertThat(goesOn()).isTrue();
    }

    @Test
    void another_care_provider_cannot_tell_the_meeting_from_one_that_never_was() {
        assertProblem(TestCast.TRELLEBORG, nurse, "meetings/not-open");
        assertThat(goesOn()).isTrue();
    }

    @Test
    void the_end_is_told_once_and_ending_again_changes_nothing() {
        house.meetings.end(TestCast.VELLINGE, meeting, nurse.staff());
        var end = new MeetingEnded(meeting, waiting.unit(), clock.instant());
        clock.pass(Duration.ofMinutes(5));
        house.meetings.end(TestCast.VELLINGE, meeting, nurse.staff());

        assertThat(house.events).containsExactly(new Conversations.Closed(waiting.unit()), end);
        assertThat(house.meetings.find(TestCast.VELLINGE, meeting).orElseThrow().endedAt())
                .isEqualTo(end.at());
    }

    /** What follows from the end (a duty to document) is written with it: if that fails, the meeting has not ended. */
    @Test
    void when_what_follows_from_the_end_cannot_be_written_the_meeting_goes_on() {
        house.onEvent(event -> {
            if (event instanceof MeetingEnded) throw new IllegalStateException("no duty could be opened");
        });
        assertThatThrownBy(() -> house.meetings.end(TestCast.VELLINGE, meeting, nurse.staff()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(goesOn()).isTrue();
        assertThat(house.conversations.holderOf(waiting.seat().token().hash())).isPresent();
        assertThat(house.participants.of(waiting.unit())).allMatch(person -> person.standing() == Standing.ADMITTED);
    }

    @Test
    void nothing_more_is_written_and_nobody_comes_back_after_the_end() {
        var author = house.participants.of(waiting.unit()).getFirst().id();
        house.meetings.end(TestCast.VELLINGE, meeting, nurse.staff());

        assertThatThrownBy(() -> house.texts.say(waiting.unit(), author, UUID.randomUUID(), "Hallå?"))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem().slug())
                .isEqualTo("meetings/not-open");
        house.departures.comeBack(waiting.unit(), waiting.attendee());
        assertThat(house.participants.of(waiting.unit())).allMatch(person -> person.standing() == Standing.LEFT);
    }

    @Test
    void a_meeting_that_nobody_ended_ends_by_itself_with_its_cause() {
        house.meetings.endByItself(house.meetings.of(waiting.unit()).orElseThrow(), Meeting.EndCause.EMPTY);
        assertThat(db.app()
                        .sql("select end_cause, ended_by_staff_id from meetings.meeting")
                        .query()
                        .singleRow())
                .containsEntry("end_cause", "EMPTY")
                .containsEntry("ended_by_staff_id", null);
    }

    private boolean goesOn() {
        return house.meetings.find(TestCast.VELLINGE, meeting).orElseThrow().goesOn();
    }

    private void assertProblem(CareProviderId careProvider, StaffMember by, String slug) {
        assertThatThrownBy(() -> house.meetings.end(careProvider, meeting, by.staff()))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem().slug())
                .isEqualTo(slug);
    }
}
