package se.vardmote.access.codes;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.platform.FuzzCorpus;

/** R0-39: whatever is typed as a code is one of the codes there can be, or refused. */
public class TypedCodeFuzzTests {

    /** Called by the fuzzer with whatever it has thought of. */
    public static void fuzzerTestOneInput(byte[] input) {
        String typed = new String(input, StandardCharsets.UTF_8);
        ShortCode.parse(typed).asOptional().ifPresent(code -> {
            holds(code.text().length() == ShortCode.LOCATOR + ShortCode.SECRET, "another length");
            holds(ShortCode.parse(code.text()).asOptional().filter(code::equals).isPresent(), "not the same again");
            holds(!code.toString().contains(code.text()), "shows the code");
        });
        DigitCode.parse(typed).asOptional().ifPresent(code -> {
            holds(code.text().chars().allMatch(digit -> digit >= '0' && digit <= '9'), "no digit");
            holds(DigitCode.parse(code.text()).asOptional().filter(code::equals).isPresent(), "not the same again");
        });
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(TypedCodeFuzzTests.class, TypedCodeFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
