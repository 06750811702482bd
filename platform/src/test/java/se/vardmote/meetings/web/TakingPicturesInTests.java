package se.vardmote.meetings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestClock;
import se.vardmote.meetings.picture.DarkRoom;
import se.vardmote.meetings.picture.Jpegs;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.SeatId;

/** R0-37, R2-77: pictures on their way in have few places, and nobody keeps one for long. */
class TakingPicturesInTests {
    private static final byte[] JPEG = Jpegs.of(16, 16);
    private final TestClock clock = TestClock.atNoon();
    private final PictureIntake intake = new PictureIntake(new DarkRoom(clock), clock);
    private final SeatId seat = SeatId.next();

    @Test
    void a_third_from_the_same_seat_comes_again_later_and_one_from_another_is_taken() throws IOException {
        whileTaking(
                seat,
                () -> whileTaking(seat, () -> {
                    assertRefused(seat, new ByteArrayInputStream(JPEG), "meetings/picture-later");
                    assertTaken(SeatId.next());
                }));
        whileTaking(seat, () -> assertTaken(seat));
    }

    @Test
    void the_seventeenth_comes_again_later() throws IOException {
        whileTaking(
                PictureIntake.AT_ONCE,
                () -> assertRefused(seat, new ByteArrayInputStream(JPEG), "meetings/picture-later"));
        whileTaking(PictureIntake.AT_ONCE - 1, () -> assertTaken(seat));
    }

    /** Each read comes back in time: it is all of them together that do not. */
    @Test
    void one_that_comes_byte_by_byte_gives_its_place_back() throws IOException {
        Duration pause = PictureIntake.LONGEST.dividedBy(10);
        var slow = new Slow(new ByteArrayInputStream(JPEG), pause);
        assertRefused(seat, slow, "meetings/picture-too-slow");
        assertThat(slow.reads).isEqualTo(11);
        whileTaking(seat, () -> assertTaken(seat));
    }

    @Test
    void no_more_is_read_than_is_taken() throws IOException {
        var endless = new Slow(InputStream.nullInputStream(), Duration.ZERO) {
            @Override
            public int read(byte[] into, int from, int length) {
                reads += length;
                return length;
            }
        };
        assertRefused(seat, endless, "meetings/picture-too-large");
        assertThat(endless.reads).isBetween(DarkRoom.MOST_BYTES, DarkRoom.MOST_BYTES + 100_000);
        assertTaken(seat);
    }

    private void whileTaking(int seats, Meanwhile meanwhile) throws IOException {
        if (seats == 0) meanwhile.happens();
        else whileTaking(SeatId.next(), () -> whileTaking(seats - 1, meanwhile));
    }

    /** Half of it has come, and then something else happens. */
    private void whileTaking(SeatId from, Meanwhile meanwhile) throws IOException {
        var body = new FilterInputStream(new ByteArrayInputStream(JPEG)) {
            private boolean begun;

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                if (begun) return super.read(into, at, length);
                begun = true;
                meanwhile.happens();
                return super.read(into, at, JPEG.length / 2);
            }
        };
        assertThat(intake.take(from, body).width()).isEqualTo(16);
    }

    private void assertTaken(SeatId from) throws IOException {
        assertThat(intake.take(from, new ByteArrayInputStream(JPEG)).width()).isEqualTo(16);
    }

    private void assertRefused(SeatId from, InputStream body, String slug) {
        assertThatThrownBy(() -> intake.take(from, body))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem().slug())
                .isEqualTo(slug);
    }

    private interface Meanwhile {
        void happens() throws IOException;
    }

    /** A byte, and then a while nothing. */
    private class Slow extends FilterInputStream {
        int reads;
        private final Duration pause;

        private Slow(InputStream body, Duration pause) {
            super(body);
            this.pause = pause;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            reads++;
            clock.pass(pause);
            return super.read(into, from, 1);
        }
    }
}
