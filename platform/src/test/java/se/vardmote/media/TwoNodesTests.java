package se.vardmote.media;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.media.RealJanus.until;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R0-6, R0-35: two pages in one room whose lines two nodes hold, on one Janus. */
class TwoNodesTests {
    private final RoomKey room = new RoomKey(UUID.randomUUID());
    private RealJanus janus;
    private JanusRooms otherNode;
    private RealBrowser browser;
    private BrowserPage careWorker;
    private BrowserPage nurse;

    @BeforeEach
    void start() throws IOException {
        janus = new RealJanus();
        otherNode = new JanusRooms(new RemoteJanus(janus.server.address()), new Rooms(1_200_000, 25));
        browser = new RealBrowser();
        careWorker = browser.open(janus.rooms, room, LineRights.WAITING);
        nurse = browser.open(otherNode, room, LineRights.ADMITTED);
    }

    @AfterEach
    void stop() {
        if (browser != null) browser.close();
        if (otherNode != null) otherNode.close();
        if (janus != null) janus.close();
    }

    @Test
    void both_see_and_hear_each_other_once_both_may_be_seen_and_not_before() {
        seen(Map.of(nurse.line().key(), 1L));
        until("both publish", () -> careWorker.ups() == 2 && nurse.ups() == 2);
        assertThat(careWorker.frames() + nurse.frames()).isZero();
        assertThat(careWorker.tracks() + nurse.tracks()).isZero();
        bothMayBeSeen();
        careWorker.may(LineRights.ADMITTED);
        careWorker.seesAndHears();
        nurse.seesAndHears();
        assertThat(nurse.tracks()).isEqualTo(2);
    }

    @Test
    void who_is_put_out_is_seen_no_more_on_the_other_node_either() {
        bothMayBeSeen();
        careWorker.may(LineRights.ADMITTED);
        nurse.seesAndHears();
        seen(Map.of(nurse.line().key(), 1L));
        until("the nurse is told", () -> nurse.tracks() == 0);
        bothMayBeSeen();
        nurse.seesAndHears();
        careWorker.line().close();
        until("the nurse is told again", () -> nurse.tracks() == 0);
    }

    @Test
    void what_is_left_of_an_earlier_epoch_is_not_shown() {
        seen(Map.of(careWorker.line().key(), 2L, nurse.line().key(), 1L));
        careWorker.may(LineRights.ADMITTED);
        careWorker.seesAndHears();
        assertThat(nurse.frames()).isZero();
        assertThat(nurse.tracks()).isZero();
    }

    private void bothMayBeSeen() {
        seen(Map.of(careWorker.line().key(), 1L, nurse.line().key(), 1L));
    }

    private void seen(Map<LineKey, Long> lines) {
        janus.rooms.seen(room, lines);
        otherNode.seen(room, lines);
    }
}
