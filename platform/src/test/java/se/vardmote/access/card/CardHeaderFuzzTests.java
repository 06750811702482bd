package se.vardmote.access.card;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.access.signin.Refusal;
import se.vardmote.platform.FuzzCorpus;

/** Whatever stands in the header of a proxy is one certificate, or none; and a certificate names one of staff, or is refused. */
public class CardHeaderFuzzTests {
    /** What a certificate alone can be refused for. */
    private static final Set<Refusal> OF_ITSELF =
            Set.of(Refusal.WRONG_CARD, Refusal.PERSONAL_CARD, Refusal.SHARED_ACCOUNT);

    /** Called by the fuzzer with whatever it has thought of. */
    public static void fuzzerTestOneInput(byte[] input) {
        String sent = new String(input, StandardCharsets.ISO_8859_1).strip();
        if (sent.isEmpty()) return;
        var shown = ShownCards.read(sent);
        holds(shown.size() <= 1, "more than one card");
        for (X509Certificate certificate : shown) {
            if (CardSubject.read(certificate) instanceof CardReading.Refused refused)
                holds(refused.whose() == null && OF_ITSELF.contains(refused.why()), "says more than the card does");
        }
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(CardHeaderFuzzTests.class, CardHeaderFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
