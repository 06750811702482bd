package se.vardmote.ui;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.platform.FuzzCorpus;

/** Whatever a browser calls itself is one that we know, or another. */
public class BrowserFuzzTests {

    /** Called by the fuzzer with whatever it has thought of: the header, and after a line break the hints. */
    public static void fuzzerTestOneInput(byte[] input) {
        String[] sent = new String(input, StandardCharsets.ISO_8859_1).split("\n", 2);
        Browser browser = Browser.of(sent[0], sent.length > 1 ? sent[1] : null);
        holds(browser.version() >= 0 && browser.version() < 10_000, "no version");
        holds(browser.brand() != Browser.Brand.OTHER || browser.version() == 0, "a version of another browser");
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(BrowserFuzzTests.class, BrowserFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
