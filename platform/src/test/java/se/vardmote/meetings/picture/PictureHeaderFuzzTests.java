package se.vardmote.meetings.picture;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.platform.FuzzCorpus;

/** R2-77: whatever is sent as a picture says how large it is, or is none; before anything is decoded. */
public class PictureHeaderFuzzTests {

    /** Called by the fuzzer with whatever it has thought of. */
    public static void fuzzerTestOneInput(byte[] input) {
        JpegHeader.read(input).ifPresent(header -> {
            holds(header.width() >= 0 && header.width() <= 65_535, "wider than a JPEG");
            holds(header.height() >= 0 && header.height() <= 65_535, "higher than a JPEG");
            holds(header.orientation() >= 1 && header.orientation() <= 8, "stands no way at all");
            holds(header.pixels() >= 0, "fewer than none");
        });
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(PictureHeaderFuzzTests.class, PictureHeaderFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
