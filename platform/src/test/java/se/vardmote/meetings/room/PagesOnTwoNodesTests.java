package se.vardmote.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.Actor;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.access.TestSessions;
import se.vardmote.access.rights.Rights;
import se.vardmote.media.LineKey;
import se.vardmote.media.RoomKey;
import se.vardmote.media.RoomsOnPaper;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.TestMeetings;
import se.vardmote.meetings.TestMeetings.Waiting;
import se.vardmote.platform.TestDatabase;

/** R0-6, R0-35: the pages of one call may hang on different nodes, and move between them. */
class PagesOnTwoNodesTests {
    private final TestDatabase db = TestDatabase.fresh();
    private final TestClock clock = TestClock.atNoon();
    private final TestMeetings house = new TestMeetings(db, clock);
    private final Node first = new Node();
    private final Node second = new Node();
    private final StaffMember nurse = TestCast.nurse();
    private final Waiting waiting = house.somebodyWaits();
    private final RoomKey room = new RoomKey(waiting.unit().value());

    /** What one process holds of the call. */
    private final class Node {
        private final RoomsOnPaper rooms = new RoomsOnPaper();
        private final Connections connections = new Connections(db.app(), clock);
        private final LivePages pages = new LivePages(
                new Snapshots(
                        db.app(),
                        house.meetings,
                        house.participants,
                        connections,
                        List.of(),
                        house.pictures,
                        TestCompany.of(house),
                        TestCare.read(house)),
                house.texts,
                connections,
                house.conversations,
                rooms,
                new StayingRights(TestSessions.on(db, house.news, clock), new Rights(), db.app(), clock),
                unit -> false,
                house.news);

        private LivePage join(PaperPage socket, Actor actor, @Nullable UUID connection) {
            Participant person = house.participants.of(waiting.unit()).stream()
                    .filter(Attendee.of(actor)::is)
                    .findFirst()
                    .orElseThrow();
            return pages.join(socket, waiting.unit(), actor, new PageMessage.Join("", connection, 0), person);
        }
    }

    @AfterEach
    void close() {
        first.pages.stop();
        second.pages.stop();
        db.close();
    }

    @Test
    void each_node_is_told_who_may_be_seen_whichever_holds_the_page_and_who_waits_is_not_among_them() {
        LivePage atHome = first.join(new PaperPage(), waiting.actor(), null);
        assertThat(first.rooms.seen).containsEntry(room, Map.of());
        house.admit(waiting, nurse);
        LivePage chair = second.join(new PaperPage(), nurse, null);
        var both = Map.of(line(atHome), 1L, line(chair), 1L);
        assertThat(first.rooms.seen).containsEntry(room, both);
        assertThat(second.rooms.seen).containsEntry(room, both);
    }

    @Test
    void a_page_that_comes_back_at_another_node_is_in_its_seat_under_the_next_epoch_and_the_first_lets_go() {
        house.admit(waiting, nurse);
        var before = new PaperPage();
        LivePage page = first.join(before, waiting.actor(), null);
        first.pages.lost(page, before);

        var after = new PaperPage();
        LivePage moved = second.join(after, waiting.actor(), page.id().value());
        ServerMessage.Welcome welcome = after.last(ServerMessage.Welcome.class);
        assertThat(welcome.connection()).isEqualTo(page.id().value());
        assertThat(welcome.resumed()).isFalse();
        assertThat(welcome.epoch()).isEqualTo(2);
        assertThat(first.rooms.last().closed).isTrue();
        assertThat(second.rooms.last().closed).isFalse();
        assertThat(second.rooms.seen).containsEntry(room, Map.of(line(moved), 2L));

        first.pages.giveUp(page, 1);
        assertThat(second.connections.of(waiting.unit())).singleElement().satisfies(row -> assertThat(row.present())
                .isTrue());
    }

    private static LineKey line(LivePage page) {
        return new LineKey(page.id().value());
    }
}
