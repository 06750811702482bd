package se.vardmote.access;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.platform.FuzzCorpus;

/** Whatever a browser sends as the secret of a session, seat or device is 32 bytes, and that of a link 16, or nothing. */
public class CookieFuzzTests {

    /** Called by the fuzzer with whatever it has thought of. */
    public static void fuzzerTestOneInput(byte[] input) {
        String sent = new String(input, StandardCharsets.ISO_8859_1);
        Token.parse(sent).ifPresent(token -> {
            holds(token.text().equals(sent), "another secret than was sent");
            holds(token.hash().length == 32, "another hash");
            holds(!token.toString().contains(sent), "shows the secret");
        });
        LinkToken.parse(sent).ifPresent(token -> {
            holds(token.text().equals(sent), "another link than was sent");
            holds(!token.toString().contains(sent), "shows the secret of the link");
        });
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(CookieFuzzTests.class, CookieFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
