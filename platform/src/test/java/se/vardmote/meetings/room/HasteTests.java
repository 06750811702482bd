package se.vardmote.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestClock;
import se.vardmote.media.LossReason;
import se.vardmote.media.RoomsOnPaper;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.TestMeetings;
import se.vardmote.meetings.TestMeetings.Waiting;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.ConnectionId;

/** R0-6, R0-35: a page that already knows the call does not wait to be told before it offers its picture again. */
class HasteTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestMeetings house = new TestMeetings(db, clock);
    private final RoomsOnPaper rooms = new RoomsOnPaper();
    private final Connections connections = new Connections(db.app(), clock);
    private final Snapshots snapshots = new Snapshots(
            db.app(),
            house.meetings,
            house.participants,
            connections,
            List.of(),
            house.pictures,
            TestCompany.of(house),
            TestCare.read(house));
    private final Waiting waiting = house.somebodyWaits();
    private final ConnectionId connection = connections.open(waiting.unit(), waiting.attendee());
    private final PaperPage socket = new PaperPage();
    private final LivePage page = new LivePage(
            connection,
            waiting.unit(),
            waiting.actor(),
            1,
            new MediaLines(rooms, connections, unit -> false, unit -> {}));

    @BeforeEach
    void arrive() {
        Participant person = house.participants.of(waiting.unit()).stream()
                .filter(waiting.attendee()::is)
                .findFirst()
                .orElseThrow();
        page.arrive(socket, 0, person, false);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void what_the_page_offers_before_its_line_is_there_is_passed_on_when_it_is() {
        offer(1, "early");
        assertThat(rooms.lines).isEmpty();
        show();
        assertThat(rooms.last().heard).containsExactly("offer early");
        show();
        assertThat(rooms.last().heard).hasSize(1);
    }

    @Test
    void after_a_restart_of_the_media_server_only_the_new_epochs_words_are_kept_for_the_line() {
        offer(1, "of an earlier life");
        show();
        rooms.last().events.lost(LossReason.MEDIA_SERVER_RESTARTED);
        await().until(() -> !socket.all(ServerMessage.Media.class).isEmpty());
        offer(1, "too late");
        offer(2, "in haste");
        show();
        assertThat(rooms.last().epoch()).isEqualTo(2);
        assertThat(rooms.last().heard).containsExactly("offer in haste");
    }

    @Test
    void without_a_database_to_give_the_next_epoch_the_page_has_to_join_again() {
        show();
        db.owner().sql("delete from meetings.connection").update();
        rooms.last().events.lost(LossReason.MEDIA_SERVER_RESTARTED);
        await().until(() -> socket.closed);
        assertThat(page.isWhole()).isFalse();
    }

    private void offer(long epoch, String sdp) {
        page.toMedia(epoch, line -> line.offer(sdp));
    }

    private void show() {
        page.show(snapshots.read(waiting.unit()).orElseThrow(), List.of(), 0);
    }
}
