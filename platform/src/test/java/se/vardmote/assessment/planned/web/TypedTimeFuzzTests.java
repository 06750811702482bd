package se.vardmote.assessment.planned.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.platform.FuzzCorpus;

/** Whatever somebody types as the day and time of a call is to come within a year, or refused at its field. */
public class TypedTimeFuzzTests {
    private static final Instant NOW = Instant.parse("2026-11-27T11:00:00Z");

    /** Called by the fuzzer with whatever it has thought of: the day, and after a line break the time. */
    public static void fuzzerTestOneInput(byte[] input) {
        String[] typed = new String(input, StandardCharsets.UTF_8).split("\n", 2);
        Map<String, String> errors = new HashMap<>();
        LocalDateTime at = PlannedTime.read(typed[0], typed.length > 1 ? typed[1] : "", NOW, errors);
        if (at == null) {
            holds(!errors.isEmpty(), "refused without a reason");
        } else {
            holds(errors.isEmpty(), "taken and refused");
            LocalDateTime now = LocalDateTime.ofInstant(NOW, PlannedTime.SWEDEN);
            holds(at.isAfter(now) && at.isBefore(now.plusDays(367)), "not within a year");
        }
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(TypedTimeFuzzTests.class, TypedTimeFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
