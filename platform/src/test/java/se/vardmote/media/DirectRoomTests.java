package se.vardmote.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.vardmote.media.HeardOnALine.Lost;
import se.vardmote.media.HeardOnALine.Meets;
import se.vardmote.media.HeardOnALine.Told;

/** Pages that send to each other, where there is no media server. */
class DirectRoomTests {
    private final DirectRooms rooms = new DirectRooms(1_200_000);
    private final RoomKey room = new RoomKey(UUID.randomUUID());
    private final Page first = new Page();
    private final Page second = new Page();

    @Test
    void who_waits_meets_nobody_and_whoever_is_let_in_meets_those_inside() {
        first.enters(LineRights.ADMITTED);
        Line waiting = second.enters(LineRights.WAITING);
        assertThat(second.heard.next(Meets.class).peers()).isEmpty();
        waiting.rights(LineRights.ADMITTED);
        assertThat(second.heard.next(Meets.class).peers()).containsExactly(first.peer(1));
        first.meets(second.peer(1));
    }

    @Test
    void what_one_says_for_another_reaches_that_one_only() {
        var third = new Page();
        Line speaker = first.enters(LineRights.ADMITTED);
        second.enters(LineRights.ADMITTED);
        third.enters(LineRights.ADMITTED);
        first.meets(second.peer(1), third.peer(1));
        speaker.tell(second.peer(1), "for the second");
        assertThat(second.heard.next(Told.class)).isEqualTo(new Told(first.peer(1), "for the second"));
        assertThat(third.heard.nothingOf(Told.class)).isTrue();
    }

    @Test
    void whoever_waits_is_neither_heard_nor_told_anything() {
        Line inside = first.enters(LineRights.ADMITTED);
        first.meets();
        Line waiting = second.enters(LineRights.WAITING);
        waiting.tell(first.peer(1), "let me in");
        inside.tell(second.peer(1), "come in");
        // The room does one thing after the other: told again whom it meets, all that was said before has been dealt
        // with.
        first.enters(LineRights.ADMITTED);
        first.meets();
        waiting.rights(LineRights.ADMITTED);
        first.meets(second.peer(1));
        waiting.tell(first.peer(1), "thank you");
        assertThat(first.heard.next(Told.class).words()).isEqualTo("thank you");
        assertThat(second.heard.nothingOf(Told.class)).isTrue();
    }

    @Test
    void a_new_attempt_is_another_peer_and_words_for_the_old_one_are_lost() {
        Line speaker = first.enters(LineRights.ADMITTED);
        second.enters(LineRights.ADMITTED);
        first.meets(second.peer(1));
        second.enters(2, LineRights.ADMITTED);
        first.meets(second.peer(2));
        speaker.tell(second.peer(1), "old");
        speaker.tell(second.peer(2), "new");
        assertThat(second.heard.next(Told.class).words()).isEqualTo("new");
        assertThatThrownBy(() -> second.enters(1, LineRights.ADMITTED)).isInstanceOf(MediaRooms.StaleEpoch.class);
    }

    @Test
    void a_page_whose_socket_was_away_hears_again_whom_it_meets_and_what_they_said() {
        Line speaker = first.enters(LineRights.ADMITTED);
        second.enters(LineRights.ADMITTED);
        first.meets(second.peer(1));
        speaker.tell(second.peer(1), "an offer");
        second.heard.next(Told.class);
        second.enters(LineRights.ADMITTED);
        assertThat(second.heard.next(Meets.class).peers()).containsExactly(first.peer(1));
        assertThat(second.heard.next(Told.class).words()).isEqualTo("an offer");
    }

    @Test
    void whoever_leaves_or_loses_the_right_is_met_no_longer() {
        first.enters(LineRights.ADMITTED);
        Line leaving = second.enters(LineRights.ADMITTED);
        first.meets(second.peer(1));
        leaving.rights(LineRights.WAITING);
        first.meets();
        leaving.rights(LineRights.ADMITTED);
        first.meets(second.peer(1));
        leaving.close();
        first.meets();
    }

    @Test
    void a_fourth_page_has_text_and_telephone() {
        first.enters(LineRights.ADMITTED);
        second.enters(LineRights.ADMITTED);
        var third = new Page();
        third.enters(LineRights.ADMITTED);
        first.meets(second.peer(1), third.peer(1));
        var fourth = new Page();
        fourth.enters(LineRights.ADMITTED);
        assertThat(fourth.heard.next(Lost.class).why()).isEqualTo(LossReason.NO_MEDIA_SERVER);
        assertThat(first.heard.nothingOf(Lost.class)).isTrue();
    }

    /** Architecture, "Security": a meeting with a person with protected identity is never direct media. */
    @Test
    void whoever_must_hide_their_address_is_met_by_nobody_and_has_text_and_telephone() {
        first.enters(LineRights.ADMITTED);
        second.enters(LineRights.ADMITTED.hidingAddress());
        assertThat(second.heard.next(Lost.class).why()).isEqualTo(LossReason.NO_MEDIA_SERVER);
        var third = new Page();
        third.enters(LineRights.ADMITTED);
        for (var met = List.<LinePeer>of(); !met.contains(third.peer(1)); ) {
            met = first.heard.next(Meets.class).peers();
            assertThat(met).as("not even for a moment").doesNotContain(second.peer(1));
        }
    }

    private final class Page {
        private final LineKey key = new LineKey(UUID.randomUUID());
        private final HeardOnALine heard = new HeardOnALine();

        Line enters(LineRights rights) {
            return enters(1, rights);
        }

        Line enters(long epoch, LineRights rights) {
            return rooms.connect(room, key, epoch, rights, heard);
        }

        LinePeer peer(long epoch) {
            return new LinePeer(key, epoch);
        }

        /** Sooner or later; what was so on the way is passed over. */
        void meets(LinePeer... peers) {
            List<LinePeer> met = null;
            while (!List.of(peers).equals(met)) met = heard.next(Meets.class).peers();
        }
    }
}
