package se.vardmote.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.platform.FuzzCorpus;

/** R0-5: whatever is typed as a telephone number is one in E.164, or refused with a reason. */
public class PhoneNumberFuzzTests {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,16}");

    /** Called by the fuzzer with whatever it has thought of. */
    public static void fuzzerTestOneInput(byte[] input) {
        switch (PhoneNumber.parse(new String(input, StandardCharsets.UTF_8))) {
            case Parsed.Refused<PhoneNumber>(String reason) ->
                holds(RefusalCodes.ALL.contains(reason), "a reason that is none");
            case Parsed.Valid<PhoneNumber>(PhoneNumber number) -> {
                holds(E164.matcher(number.e164()).matches(), "not E.164");
                holds(!number.display().isBlank(), "cannot be read aloud");
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(PhoneNumberFuzzTests.class, PhoneNumberFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
