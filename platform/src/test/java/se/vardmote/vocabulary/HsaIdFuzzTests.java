package se.vardmote.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.platform.FuzzCorpus;

/** Whatever comes as an HSA-id, a name or one of our identifiers is one, or refused. */
public class HsaIdFuzzTests {

    /** Called by the fuzzer with whatever it has thought of. */
    public static void fuzzerTestOneInput(byte[] input) {
        String typed = new String(input, StandardCharsets.UTF_8);
        HsaId.parse(typed).asOptional().ifPresent(id -> {
            holds(id.value().length() <= 32, "longer than the directory holds");
            holds(HsaId.of(id.value()).equals(id), "not the same when read again");
        });
        PersonName.parse(typed).asOptional().ifPresent(name -> {
            holds(name.value().lines().count() == 1, "more than a line");
            holds(
                    PersonName.parse(name.value())
                            .asOptional()
                            .filter(name::equals)
                            .isPresent(),
                    "not the same again");
        });
        try {
            String text = ClientId.of(typed).toString();
            holds(text.equalsIgnoreCase(typed), "another identifier than was written");
        } catch (NotAnIdentifier refused) {
            holds("not an identifier".equals(refused.getMessage()), "says more than that");
        }
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(HsaIdFuzzTests.class, HsaIdFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
