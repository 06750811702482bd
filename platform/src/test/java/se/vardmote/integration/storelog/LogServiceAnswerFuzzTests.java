package se.vardmote.integration.storelog;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.platform.FuzzCorpus;

/** Whatever the log service answers is a result, or none. */
public class LogServiceAnswerFuzzTests {

    /** Called by the fuzzer with whatever it has thought of. */
    public static void fuzzerTestOneInput(byte[] input) {
        StoreLogMessage.resultCode(input)
                .ifPresent(code -> holds(code.length() <= input.length, "longer than the answer"));
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(LogServiceAnswerFuzzTests.class, LogServiceAnswerFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
