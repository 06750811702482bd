package se.vardmote.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.meetings.TestMeetings.Waiting;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.MeetingId;

/** R0-35, R4-352: what nobody ends, ends by itself, so that every clock that counts from the end starts. */
class AbandonedTests {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestMeetings house = new TestMeetings(db, clock);
    private final StaffMember nurse = TestCast.nurse();
    private final Waiting waiting = house.somebodyWaits();

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void who_waits_with_a_page_that_answers_waits_as_long_as_it_takes() {
        UUID page = pageOf(waiting.attendee());
        for (int hour = 0; hour < 12; hour++) {
            clock.pass(Duration.ofHours(1));
            answers(page);
            look();
        }
        assertThat(standings()).containsOnly(Standing.WAITING);
        assertThat(house.events).isEmpty();
    }

    @Test
    void who_waits_without_a_page_for_ten_minutes_has_left_the_queue_and_the_conversation_closes() {
        pageOf(waiting.attendee());
        clock.pass(AbandonedMeetings.EMPTY);
        look();
        assertThat(standings()).containsOnly(Standing.WAITING);
        clock.pass(MINUTE);
        look();
        assertThat(standings()).containsOnly(Standing.LEFT);
        assertThat(house.events)
                .contains(new Departures.StoppedWaiting(waiting.unit()), new Conversations.Closed(waiting.unit()));
        assertThat(house.conversations.holderOf(waiting.seat().token().hash())).isEmpty();
    }

    @Test
    void who_knocked_and_never_got_a_page_open_leaves_the_queue_too() {
        clock.pass(AbandonedMeetings.EMPTY.plus(MINUTE));
        look();
        assertThat(standings()).containsOnly(Standing.LEFT);
    }

    @Test
    void a_meeting_that_everybody_has_gone_from_ends_after_ten_minutes() {
        MeetingId meeting = house.admit(waiting, nurse);
        pageOf(waiting.attendee());
        clock.pass(AbandonedMeetings.EMPTY);
        look();
        assertThat(goesOn(meeting)).isTrue();
        clock.pass(MINUTE);
        look();
        assertThat(endCause(meeting)).isEqualTo("EMPTY");
    }

    @Test
    void a_meeting_without_anybody_licensed_ends_after_twenty_minutes() {
        MeetingId meeting = house.admit(waiting, nurse);
        UUID home = pageOf(waiting.attendee());
        pageOf(TestMeetings.attendee(nurse));
        clock.pass(AbandonedMeetings.NOBODY_LICENSED);
        answers(home);
        look();
        assertThat(goesOn(meeting)).isTrue();
        clock.pass(MINUTE);
        answers(home);
        look();
        assertThat(endCause(meeting)).isEqualTo("NOBODY_LICENSED");
    }

    @Test
    void a_parked_call_waits_twenty_minutes_before_it_counts_as_without_anybody_licensed() {
        MeetingId meeting = house.admit(waiting, nurse);
        UUID home = pageOf(waiting.attendee());
        house.parking.park(house.meetings.find(meeting).orElseThrow(), nurse.staff());
        Instant said = Parking.endsBy(house.meetings.find(meeting).orElseThrow());
        clock.pass(Parking.CLOCK_STANDS.plus(AbandonedMeetings.NOBODY_LICENSED));
        answers(home);
        look();
        assertThat(goesOn(meeting)).isTrue();
        assertThat(clock.instant()).as("what \"Min dag\" says").isEqualTo(said);
        clock.pass(MINUTE);
        answers(home);
        look();
        assertThat(endCause(meeting)).isEqualTo("NOBODY_LICENSED");
    }

    @Test
    void parked_late_it_ends_after_its_six_hours() {
        MeetingId meeting = house.admit(waiting, nurse);
        Instant opened = clock.instant();
        clock.pass(AbandonedMeetings.TOO_LONG.minus(MINUTE));
        house.parking.park(house.meetings.find(meeting).orElseThrow(), nurse.staff());
        assertThat(Parking.endsBy(house.meetings.find(meeting).orElseThrow()))
                .isEqualTo(opened.plus(AbandonedMeetings.TOO_LONG));
    }

    @Test
    void no_meeting_goes_on_for_more_than_six_hours() {
        MeetingId meeting = house.admit(waiting, nurse);
        UUID home = pageOf(waiting.attendee());
        UUID professional = pageOf(TestMeetings.attendee(nurse));
        clock.pass(AbandonedMeetings.TOO_LONG);
        answers(home);
        answers(professional);
        look();
        assertThat(goesOn(meeting)).isTrue();
        clock.pass(MINUTE);
        answers(home);
        answers(professional);
        look();
        assertThat(endCause(meeting)).isEqualTo("TOO_LONG");
    }

    @Test
    void after_a_stop_of_all_nodes_or_of_the_database_nobody_is_missed_until_there_was_time_to_come_back() {
        MeetingId meeting = house.admit(waiting, nurse);
        Waiting other = house.somebodyWaits();
        pageOf(waiting.attendee());
        clock.pass(Duration.ofHours(2));
        pulse(clock.instant());
        AbandonedMeetings.look(db.app(), house.meetings, house.departures, clock.instant());
        assertThat(goesOn(meeting)).isTrue();
        assertThat(house.participants.of(other.unit())).allMatch(person -> person.standing() == Standing.WAITING);

        Instant since = clock.instant();
        clock.pass(AbandonedMeetings.RETURN.plus(MINUTE));
        pulse(since);
        AbandonedMeetings.look(db.app(), house.meetings, house.departures, clock.instant());
        assertThat(goesOn(meeting)).isFalse();
        assertThat(house.participants.of(other.unit())).allMatch(person -> person.standing() == Standing.LEFT);
    }

    private void look() {
        pulse(clock.instant().minus(Duration.ofHours(24)));
        AbandonedMeetings.look(db.app(), house.meetings, house.departures, clock.instant());
    }

    private void pulse(Instant since) {
        db.app()
                .sql("update meetings.pulse set beat_at = ?, since = ?")
                .params(now(), since.atOffset(ZoneOffset.UTC))
                .update();
    }

    private UUID pageOf(Attendee attendee) {
        UUID id = UUID.randomUUID();
        db.app()
                .sql("""
                        insert into meetings.connection (id, care_provider_id, retention_unit_id, seat_id, staff_id, epoch,
                            node, opened_at, beat_at) values (:id, :provider, :unit, :seat, :staff, 1, 'a node', :now, :now)""")
                .param("id", id)
                .param("provider", TestCast.VELLINGE.value())
                .param("unit", waiting.unit().value())
                .param("seat", attendee.seatColumn())
                .param("staff", attendee.staffColumn())
                .param("now", now())
                .update();
        return id;
    }

    private void answers(UUID page) {
        db.app()
                .sql("update meetings.connection set beat_at = ? where id = ?")
                .params(now(), page)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private List<Standing> standings() {
        return house.participants.of(waiting.unit()).stream()
                .map(Participant::standing)
                .toList();
    }

    private boolean goesOn(MeetingId meeting) {
        return house.meetings.find(TestCast.VELLINGE, meeting).orElseThrow().goesOn();
    }

    private String endCause(MeetingId meeting) {
        return db.app()
                .sql("select end_cause from meetings.meeting where id = ?")
                .params(meeting.value())
                .query(String.class)
                .single();
    }
}
