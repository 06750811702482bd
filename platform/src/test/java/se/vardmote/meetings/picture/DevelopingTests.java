package se.vardmote.meetings.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.vardmote.access.TestClock;
import se.vardmote.platform.ProblemException;

/** R0-37: what a camera sent becomes a picture of our own, within bounds, and nothing but pixels. */
class DevelopingTests {
    private final DarkRoom darkRoom = new DarkRoom(TestClock.atNoon());

    @Test
    void nothing_that_the_camera_wrote_beside_the_pixels_is_left() {
        byte[] sent = Jpegs.with(
                Jpegs.fromACamera(64, 48, 1), Jpegs.APP2, "MPF\0 another picture".getBytes(StandardCharsets.US_ASCII));
        assertThat(text(sent)).contains("GPS", "Tolvan", "Exif", "xmpmeta", "MPF");

        byte[] own = darkRoom.develop(sent).jpeg();

        assertThat(text(own)).doesNotContain("GPS", "Tolvan", "Exif", "adobe", "xmpmeta", "MPF", "ICC", "iPad");
        assertThat(Jpegs.markers(own)).as("JFIF, tables, frame, scan").containsOnly("e0", "db", "c0", "c4", "da");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0 1 2 3",
        "2, 1 0 3 2",
        "3, 3 2 1 0",
        "4, 2 3 0 1",
        "5, 0 2 1 3",
        "6, 2 0 3 1",
        "7, 3 1 2 0",
        "8, 1 3 0 2",
    })
    void it_stands_upright_however_the_camera_was_held(int orientation, String quarters) {
        OwnPicture own = darkRoom.develop(Jpegs.fromACamera(64, 32, orientation));

        assertThat(List.of(own.width(), own.height())).isEqualTo(orientation < 5 ? List.of(64, 32) : List.of(32, 64));
        assertThat(Jpegs.quarters(Jpegs.decoded(own.jpeg())))
                .isEqualTo(
                        Arrays.stream(quarters.split(" ")).map(Integer::valueOf).toList());
    }

    @Test
    void a_large_one_is_kept_at_2560_on_the_long_side_and_a_small_one_as_it_is() {
        OwnPicture large = darkRoom.develop(Jpegs.fromACamera(4032, 3024, 6));
        assertThat(List.of(large.width(), large.height())).isEqualTo(List.of(1920, 2560));
        assertThat(Jpegs.quarters(Jpegs.decoded(large.jpeg()))).isEqualTo(List.of(2, 0, 3, 1));
        OwnPicture narrow = darkRoom.develop(Jpegs.of(8000, 3));
        assertThat(List.of(narrow.width(), narrow.height())).isEqualTo(List.of(2560, 1));
        OwnPicture small = darkRoom.develop(Jpegs.of(31, 17));
        assertThat(List.of(small.width(), small.height())).isEqualTo(List.of(31, 17));
    }

    @Test
    void one_that_says_it_is_enormous_is_refused_before_anything_is_decoded() {
        byte[] small = Jpegs.of(16, 16);
        assertRefused(Jpegs.sayingSize(small, 65_000, 65_000), "meetings/picture-too-large");
        assertRefused(Jpegs.sayingSize(small, 7_072, 7_072), "meetings/picture-too-large");
        assertRefused(Jpegs.sayingProgressive(Jpegs.sayingSize(small, 5_000, 4_000)), "meetings/picture-too-large");
        assertRefused(new byte[DarkRoom.MOST_BYTES + 1], "meetings/picture-too-large");
    }

    @Test
    void what_is_no_jpeg_is_refused_whatever_it_calls_itself() {
        assertRefused(new byte[0], "meetings/not-a-picture");
        assertRefused(Jpegs.png(), "meetings/not-a-picture");
        assertRefused("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), "meetings/not-a-picture");
        assertRefused(Arrays.copyOf(Jpegs.of(16, 16), 30), "meetings/not-a-picture");
    }

    /** Each scan costs the decoder all the pixels once more, and ten bytes the sender. */
    @Test
    void one_in_more_scans_than_encoders_write_is_refused_before_anything_is_decoded() {
        byte[] inTen = Jpegs.inPieces(64, 32);
        assertThat(Jpegs.quarters(Jpegs.decoded(darkRoom.develop(inTen).jpeg())))
                .isEqualTo(List.of(0, 1, 2, 3));
        darkRoom.develop(Jpegs.repeatingTheLastScan(inTen, 10));
        assertRefused(Jpegs.repeatingTheLastScan(inTen, 11), "meetings/not-a-picture");
        assertRefused(Jpegs.repeatingTheLastScan(inTen, 5_000), "meetings/not-a-picture");
    }

    @Test
    void scans_are_not_hidden_behind_a_marker_that_has_no_length() {
        byte[] inTen = Jpegs.inPieces(64, 32);
        for (int marker : new int[] {0x01, 0x02, 0xBF, 0xD0, 0xD7, 0xDE, 0xDF, 0xF0, 0xFD}) {
            byte[] hiding = {(byte) 0xFF, (byte) marker, 0x01, (byte) 0xF4};
            assertRefused(Jpegs.repeatingTheLastScan(inTen, 50, hiding), "meetings/not-a-picture");
        }
    }

    /** The decoder starts no pass over a picture that we have not counted, whatever is broken in it. */
    @Test
    void the_decoder_sees_no_scan_that_is_not_counted() {
        byte[] whole = Jpegs.repeatingTheLastScan(Jpegs.inPieces(24, 16), 40);
        var random = new Random(20_261_127);
        int seen = 0;
        for (int turn = 0; turn < 1_000; turn++) {
            byte[] broken = whole.clone();
            for (int bytes = random.nextInt(12); bytes > 0; bytes--) {
                broken[2 + random.nextInt(broken.length - 2)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
            }
            List<JpegSegment> counted = JpegSegment.of(broken);
            if (counted.isEmpty()) continue;
            int passes = CountingPasses.over(broken);
            assertThat(passes).isLessThanOrEqualTo((int)
                    counted.stream().filter(JpegSegment::isScan).count());
            seen += passes;
        }
        assertThat(seen).isGreaterThan(10_000);
    }

    /** The decoder keeps all of it in memory, whatever its frame says, unless one scan has all colours. */
    @Test
    void one_in_a_scan_for_each_colour_may_be_as_large_as_a_progressive_one() {
        byte[] small = Jpegs.of(16, 16);
        assertThat(JpegHeader.read(Jpegs.sayingSize(small, 5_000, 4_000))).get().returns(false, JpegHeader::inPieces);
        assertRefused(Jpegs.sayingOneColour(Jpegs.sayingSize(small, 5_000, 4_000)), "meetings/picture-too-large");
        assertRefused(
                Jpegs.repeatingTheLastScan(Jpegs.sayingSize(small, 5_000, 4_000), 1), "meetings/picture-too-large");
    }

    /** The decoder walks past all that came before to file each of them. */
    @Test
    void one_with_thousands_of_empty_notes_is_refused() {
        byte[] sent = Jpegs.of(16, 16);
        for (int note = 0; note < 990; note++) sent = Jpegs.with(sent, Jpegs.APP1, new byte[0]);
        assertThat(darkRoom.develop(sent).width()).isEqualTo(16);
        for (int note = 0; note < 20; note++) sent = Jpegs.with(sent, Jpegs.APP1, new byte[0]);
        assertRefused(sent, "meetings/not-a-picture");
    }

    @Test
    void one_that_takes_too_long_is_given_up_in_the_middle() {
        var clock = new CountingClock(Duration.ofSeconds(1));
        byte[] large = Jpegs.inPieces(32, 2_000);
        assertRefused(new DarkRoom(clock), large, "meetings/picture-too-large");
        assertThat(clock.threads)
                .as("looks at the clock, before a hundredth of it")
                .hasSizeLessThan(200);
        assertThat(darkRoom.develop(large).height()).isEqualTo(2_000);
    }

    /** Whoever decodes cannot give way: no request waits for it on the thread that carries others. */
    @Test
    void it_is_not_decoded_on_a_virtual_thread() throws InterruptedException {
        var clock = new CountingClock(Duration.ZERO);
        Thread.ofVirtual()
                .start(() -> new DarkRoom(clock).develop(Jpegs.of(16, 16)))
                .join();
        assertThat(clock.threads).hasSizeGreaterThan(16).allSatisfy(thread -> assertThat(thread.isVirtual())
                .isFalse());
    }

    /** Whatever is broken inside ends in an answer; what can still be read is a picture. */
    @Test
    void a_broken_one_is_a_picture_or_refused_and_nothing_else() {
        byte[] whole = Jpegs.fromACamera(48, 32, 6);
        var random = new Random(20_261_126);
        for (int turn = 0; turn < 1_500; turn++) {
            byte[] broken = Arrays.copyOf(whole, turn % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int bytes = random.nextInt(8); bytes > 0 && broken.length > 2; bytes--) {
                broken[2 + random.nextInt(broken.length - 2)] = (byte) random.nextInt();
            }
            try {
                assertThat(darkRoom.develop(broken).width()).isPositive();
            } catch (ProblemException refused) {
                assertThat(refused.problem().slug()).isIn("meetings/not-a-picture", "meetings/picture-too-large");
            }
        }
    }

    private void assertRefused(byte[] sent, String slug) {
        assertRefused(darkRoom, sent, slug);
    }

    private static void assertRefused(DarkRoom darkRoom, byte[] sent, String slug) {
        assertThatThrownBy(() -> darkRoom.develop(sent))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem().slug())
                .isEqualTo(slug);
    }

    private static String text(byte[] jpeg) {
        return new String(jpeg, StandardCharsets.ISO_8859_1);
    }

    /** So much later each time that it is looked at, and who looked. */
    private static final class CountingClock extends Clock {
        private final TestClock clock = TestClock.atNoon();
        private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        private final Duration step;

        private CountingClock(Duration step) {
            this.step = step;
        }

        @Override
        public Instant instant() {
            threads.add(Thread.currentThread());
            clock.pass(step);
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
