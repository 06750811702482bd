package se.vardmote.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.meetings.Attendance;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.TestMeetings;
import se.vardmote.meetings.TestMeetings.Waiting;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.ConnectionId;

/** R4-364: a page that comes back finds its place, on whichever node; nobody else can take it. */
class ComingBackTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestMeetings house = new TestMeetings(db, clock);
    private final Connections here = new Connections(db.app(), clock);
    private final Connections otherNode = new Connections(db.app(), clock);
    private final Waiting waiting = house.somebodyWaits();
    private final ConnectionId connection = here.open(waiting.unit(), waiting.attendee());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void each_claim_is_a_new_epoch_so_that_the_words_of_the_earlier_owner_no_longer_count() {
        assertThat(otherNode.claim(connection, waiting.unit(), waiting.attendee()))
                .contains(2L);
        assertThatThrownBy(() -> here.nextEpoch(connection)).isInstanceOf(DataAccessException.class);
        assertThat(here.claim(connection, waiting.unit(), waiting.attendee())).contains(3L);
        assertThat(here.nextEpoch(connection)).isEqualTo(4L);
    }

    @Test
    void another_seat_or_a_member_of_staff_cannot_take_it() {
        Waiting other = house.somebodyWaits();
        assertThat(here.claim(connection, waiting.unit(), other.attendee())).isEmpty();
        assertThat(here.claim(connection, other.unit(), waiting.attendee())).isEmpty();
        Attendee nurse = TestMeetings.attendee(TestCast.nurse());
        assertThat(here.claim(connection, waiting.unit(), nurse)).isEmpty();
        assertThat(row().epoch()).isEqualTo(1);
    }

    @Test
    void a_connection_that_is_closed_cannot_be_claimed() {
        here.close(connection);
        assertThat(here.claim(connection, waiting.unit(), waiting.attendee())).isEmpty();
        assertThat(here.of(waiting.unit())).isEmpty();
    }

    @Test
    void who_is_lost_is_not_present_until_back() {
        here.tracks(connection, TrackState.ON, TrackState.OFF);
        here.lost(connection);
        assertThat(row().present()).isFalse();
        here.back(connection);
        assertThat(row().present()).isTrue();
        assertThat(row().microphone()).isEqualTo(TrackState.ON);
    }

    @Test
    void the_node_that_lost_the_page_says_nothing_of_it_once_another_has_taken_it() {
        otherNode.claim(connection, waiting.unit(), waiting.attendee());
        here.lost(connection);
        assertThat(row().present()).isTrue();
    }

    @Test
    void a_node_that_falls_silent_has_lost_its_pages_and_a_sign_of_life_speaks_for_all_of_its_own() {
        clock.pass(Attendance.SILENCE.plus(Duration.ofSeconds(1)));
        assertThat(row().present()).isFalse();
        otherNode.beat();
        assertThat(row().present()).isFalse();
        here.beat();
        assertThat(row().present()).isTrue();
    }

    @Test
    void conversations_that_have_closed_need_no_room() {
        assertThat(here.openConversations()).containsExactly(waiting.unit().value());
        house.lobby.turnAway(waiting.unit());
        assertThat(here.openConversations()).isEmpty();
    }

    @Test
    void who_stopped_waiting_needs_no_room_either() {
        house.departures.leave(waiting.unit(), waiting.attendee());
        assertThat(here.openConversations()).isEmpty();
    }

    private Connections.Row row() {
        return here.of(waiting.unit()).getFirst();
    }
}
