package se.vardmote.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.media.HeardOnALine.Answered;
import se.vardmote.media.HeardOnALine.Lost;
import se.vardmote.media.HeardOnALine.Offered;

/** The media server dies under a meeting; the meeting goes on. */
class JanusDyingTests {
    private RealJanus janus;
    private final RoomKey room = new RoomKey(UUID.randomUUID());
    private final HeardOnALine first = new HeardOnALine();
    private final HeardOnALine second = new HeardOnALine();

    @BeforeEach
    void start() {
        janus = new RealJanus();
        connect(new LineKey(UUID.randomUUID()), 1, first);
        connect(new LineKey(UUID.randomUUID()), 1, second);
        first.next(Offered.class);
        second.next(Offered.class);
    }

    @AfterEach
    void stop() {
        janus.close();
    }

    @Test
    void every_line_is_told_when_janus_is_killed_and_a_new_one_connects() {
        ProcessHandle killed = janus.process();
        killed.destroyForcibly();
        assertBothLostAndANewOneConnects();
        assertThat(janus.process().pid()).isNotEqualTo(killed.pid());
        assertThat(janus.rooms.availability()).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void a_janus_that_hangs_is_as_good_as_dead() throws IOException, InterruptedException {
        ProcessHandle hung = janus.process();
        new ProcessBuilder("kill", "-STOP", Long.toString(hung.pid())).start().waitFor();
        assertBothLostAndANewOneConnects();
        assertThat(hung.isAlive()).isFalse();
    }

    private void assertBothLostAndANewOneConnects() {
        assertThat(first.next(Lost.class).why()).isEqualTo(LossReason.MEDIA_SERVER_RESTARTED);
        assertThat(second.next(Lost.class).why()).isEqualTo(LossReason.MEDIA_SERVER_RESTARTED);
        var again = new HeardOnALine();
        connect(new LineKey(UUID.randomUUID()), 2, again).offer(Offers.soundAndPicture());
        again.next(Offered.class);
        again.next(Answered.class);
    }

    private Line connect(LineKey line, long epoch, HeardOnALine heard) {
        return janus.rooms.connect(room, line, epoch, LineRights.ADMITTED, heard);
    }
}
