package se.vardmote.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.media.HeardOnALine.Answered;
import se.vardmote.media.HeardOnALine.Lost;
import se.vardmote.media.HeardOnALine.Offered;

/** A page's way into a room, on the real Janus, without media. */
class ConnectingToARoomTests {
    private static RealJanus janus;
    private final RoomKey room = new RoomKey(UUID.randomUUID());
    private final LineKey page = new LineKey(UUID.randomUUID());
    private final HeardOnALine heard = new HeardOnALine();

    @BeforeAll
    static void start() {
        janus = new RealJanus();
    }

    @AfterAll
    static void stop() {
        if (janus != null) janus.close();
    }

    @Test
    void a_page_that_waits_is_offered_a_receiving_connection_with_nobody_in_it() {
        connect(1, heard);
        Offered offered = heard.next(Offered.class);
        assertThat(offered.tracks()).isEmpty();
        assertThat(offered.sdp()).contains("m=audio", "m=video", "a=sendonly");
    }

    @Test
    void what_a_page_offers_is_answered_and_the_same_offer_again_gives_the_same_answer() {
        Line line = connect(1, heard);
        line.offer(Offers.soundAndPicture());
        String answer = heard.next(Answered.class).sdp();
        assertThat(answer).contains("a=recvonly", "opus", "VP8");
        line.offer(Offers.soundAndPicture());
        assertThat(heard.next(Answered.class).sdp()).isEqualTo(answer);
    }

    @Test
    void an_offer_that_is_none_is_refused_and_the_line_is_lost() {
        connect(1, heard).offer("hello");
        assertThat(heard.next(Lost.class).why()).isEqualTo(LossReason.OFFER_REFUSED);
    }

    @Test
    void a_page_that_comes_back_within_its_epoch_hears_again_what_it_missed() {
        Line line = connect(1, heard);
        line.offer(Offers.soundAndPicture());
        String answer = heard.next(Answered.class).sdp();
        var later = new HeardOnALine();
        assertThat(connect(1, later)).isSameAs(line);
        assertThat(later.next(Answered.class).sdp()).isEqualTo(answer);
        assertThat(later.next(Offered.class).tracks()).isEmpty();
    }

    @Test
    void a_newer_attempt_replaces_the_older_one_and_the_older_one_cannot_come_back() {
        connect(1, heard);
        heard.next(Offered.class);
        var newer = new HeardOnALine();
        connect(2, newer);
        newer.next(Offered.class);
        assertThatThrownBy(() -> connect(1, heard)).isInstanceOf(MediaRooms.StaleEpoch.class);
        assertThat(heard.nothingOf(Lost.class)).isTrue();
    }

    @Test
    void a_destroyed_room_is_gone_and_can_be_entered_anew() {
        connect(1, heard);
        heard.next(Offered.class);
        janus.rooms.destroy(room);
        RealJanus.until("the room is gone", () -> !rooms().contains(room));
        var again = new HeardOnALine();
        connect(2, again);
        again.next(Offered.class);
        assertThat(rooms()).contains(room);
        assertThat(heard.nothingOf(Lost.class)).isTrue();
    }

    @Test
    void a_room_that_is_warmed_waits_on_the_server() {
        janus.rooms.warm(room);
        RealJanus.until("the room is there", () -> rooms().contains(room));
    }

    @Test
    void a_room_that_nobody_knows_is_swept_away_the_second_time_it_is_found() {
        var known = new RoomKey(UUID.randomUUID());
        var elsewhere = new JanusRooms(new RemoteJanus(janus.server.address()), new Rooms(1_200_000, 25));
        try {
            elsewhere.warm(room);
            elsewhere.warm(known);
            RealJanus.until("both are there", () -> rooms().containsAll(Set.of(room, known)));
            janus.rooms.keepOnly(Set.of(known));
            assertThat(rooms()).contains(room, known);
            janus.rooms.keepOnly(Set.of(known));
            RealJanus.until("the unknown one is gone", () -> !rooms().contains(room));
            assertThat(rooms()).contains(known);
        } finally {
            elsewhere.close();
        }
    }

    @Test
    void a_room_destroyed_by_another_node_is_noticed_by_those_in_it() {
        Line line = connect(1, heard);
        line.offer(Offers.soundAndPicture());
        heard.next(Answered.class);
        var elsewhere = new JanusRooms(new RemoteJanus(janus.server.address()), new Rooms(1_200_000, 25));
        try {
            elsewhere.destroy(room);
            assertThat(heard.next(Lost.class).why()).isEqualTo(LossReason.CONNECTION_FAILED);
        } finally {
            elsewhere.close();
        }
    }

    private Line connect(long epoch, HeardOnALine listener) {
        return janus.rooms.connect(room, page, epoch, LineRights.WAITING, listener);
    }

    private static List<RoomKey> rooms() {
        return janus.rooms.onServer();
    }
}
