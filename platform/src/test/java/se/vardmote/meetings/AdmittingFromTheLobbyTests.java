package se.vardmote.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.meetings.TestMeetings.Waiting;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;

/** R0-14, R0-61: who waits is let in, with everybody at the same seat, or is turned away and can read why. */
class AdmittingFromTheLobbyTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestMeetings house = new TestMeetings(db, clock);
    private final StaffMember nurse = TestCast.nurse();

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void care_worker_and_patient_at_one_seat_are_let_in_together_and_meet_the_professional() {
        Waiting waiting = house.somebodyWaits();
        house.admit(waiting, nurse);
        assertThat(house.participants.of(waiting.unit()))
                .allMatch(person -> person.standing() == Standing.ADMITTED)
                .extracting(Participant::role)
                .containsExactly(ParticipantRole.CARE_WORKER, ParticipantRole.PATIENT, ParticipantRole.PROFESSIONAL);
    }

    @Test
    void who_lets_in_becomes_the_chair_of_a_meeting_that_goes_on_at_their_unit() {
        Waiting waiting = house.somebodyWaits();
        MeetingId id = house.admit(waiting, nurse);
        assertThat(house.meetings.find(TestCast.VELLINGE, id)).hasValueSatisfying(meeting -> {
            assertThat(meeting.chair()).isEqualTo(nurse.staff());
            assertThat(meeting.unit()).isEqualTo(TestCast.NURSES);
            assertThat(meeting.openedAt()).isEqualTo(clock.instant());
            assertThat(meeting.goesOn()).isTrue();
        });
        assertThat(house.meetings.of(waiting.unit())).map(Meeting::id).contains(id);
    }

    @Test
    void another_care_provider_does_not_find_the_meeting() {
        MeetingId id = house.admit(house.somebodyWaits(), nurse);
        assertThat(house.meetings.find(TestCast.TRELLEBORG, id)).isEmpty();
    }

    @Test
    void one_conversation_never_becomes_two_meetings() {
        Waiting waiting = house.somebodyWaits();
        house.admit(waiting, nurse);
        assertThatThrownBy(() -> house.admit(waiting, TestCast.nurse())).isInstanceOf(DataAccessException.class);
        assertThat(house.participants.of(waiting.unit())).hasSize(3);
    }

    @Test
    void a_client_who_has_not_knocked_cannot_be_admitted() {
        RetentionUnitId nobody = house.retention.open(TestCast.VELLINGE);
        assertThatThrownBy(() ->
                        house.lobby.admit(MeetingId.next(), nobody, Meeting.Kind.ASSESSMENT, TestMeetings.host(nurse)))
                .isInstanceOf(DataAccessException.class);
        assertThat(house.participants.of(nobody)).isEmpty();
    }

    @Test
    void who_is_turned_away_can_read_the_answer_for_half_an_hour_and_then_the_seat_is_dead() {
        Waiting waiting = house.somebodyWaits();
        house.lobby.turnAway(waiting.unit());
        byte[] cookie = waiting.seat().token().hash();

        assertThat(house.participants.of(waiting.unit())).allMatch(person -> person.standing() == Standing.REFUSED);
        assertThat(house.meetings.of(waiting.unit())).isEmpty();
        clock.pass(Duration.ofMinutes(29));
        assertThat(house.conversations.holderOf(cookie)).isPresent();
        clock.pass(Duration.ofMinutes(2));
        assertThat(house.conversations.holderOf(cookie)).isEmpty();
    }

    @Test
    void names_are_unreadable_in_the_database() {
        house.somebodyWaits();
        List<byte[]> names = db.owner()
                .sql("select name_sealed from meetings.participant")
                .query(byte[].class)
                .list();
        assertThat(names).hasSize(2).noneMatch(kept -> new String(kept).contains("Tolvan"));
    }

    @Test
    void a_seat_is_opened_by_its_own_cookie_only_and_a_second_answer_opens_it_as_well_as_the_first() {
        Waiting waiting = house.somebodyWaits();
        Waiting other = house.somebodyWaits();
        byte[] first = waiting.seat().token().hash();
        assertThat(house.conversations.holderOf(first))
                .map(seated -> seated.unit())
                .contains(waiting.unit());
        assertThat(house.conversations.holderOf(other.seat().token().hash()))
                .map(seated -> seated.unit())
                .contains(other.unit());

        var again = house.conversations.offerAgain(waiting.unit()).orElseThrow();
        var third = house.conversations.offerAgain(waiting.unit()).orElseThrow();
        for (byte[] token : List.of(first, again.token().hash(), third.token().hash()))
            assertThat(house.conversations.holderOf(token))
                    .map(seated -> seated.seat())
                    .contains(waiting.seat().seat());
        house.departures.leave(waiting.unit(), waiting.attendee());
        assertThat(house.conversations.holderOf(first)).isEmpty();
        assertThat(house.conversations.holderOf(again.token().hash())).isEmpty();
    }

    @Test
    void who_leaves_the_queue_has_stopped_waiting_and_others_are_told_inside_the_transaction() {
        Waiting waiting = house.somebodyWaits();
        house.departures.leave(waiting.unit(), waiting.attendee());
        assertThat(house.participants.of(waiting.unit())).allMatch(person -> person.standing() == Standing.LEFT);
        assertThat(house.events)
                .containsExactly(
                        new Departures.StoppedWaiting(waiting.unit()), new Conversations.Closed(waiting.unit()));
        assertThat(house.conversations.holderOf(waiting.seat().token().hash())).isEmpty();
    }

    @Test
    void who_has_left_a_meeting_that_goes_on_may_come_back_but_not_who_left_the_queue() {
        Waiting inMeeting = house.somebodyWaits();
        house.admit(inMeeting, nurse);
        house.departures.leave(inMeeting.unit(), inMeeting.attendee());
        house.departures.comeBack(inMeeting.unit(), inMeeting.attendee());
        assertThat(house.participants.of(inMeeting.unit())).allMatch(person -> person.standing() == Standing.ADMITTED);

        Waiting inQueue = house.somebodyWaits();
        house.departures.leave(inQueue.unit(), inQueue.attendee());
        house.departures.comeBack(inQueue.unit(), inQueue.attendee());
        assertThat(house.participants.of(inQueue.unit())).allMatch(person -> person.standing() == Standing.LEFT);
    }
}
