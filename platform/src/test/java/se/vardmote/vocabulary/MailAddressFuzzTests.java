package se.vardmote.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.platform.FuzzCorpus;

/** Whatever somebody types as an e-mail address is one line that a letter can be sent to, or refused. */
public class MailAddressFuzzTests {

    /** Called by the fuzzer with whatever it has thought of. */
    public static void fuzzerTestOneInput(byte[] input) {
        String typed = new String(input, StandardCharsets.UTF_8);
        MailAddress.parse(typed).asOptional().ifPresent(address -> {
            String value = address.value();
            holds(value.length() <= MailAddress.LONGEST, "too long");
            holds(
                    value.chars().allMatch(c -> c > ' ' && c < 0x7f),
                    "more than letters, or another header of the letter");
            holds(value.indexOf('@') > 0 && value.indexOf('@') == value.lastIndexOf('@'), "two addresses");
            holds(!value.contains(",") && !value.contains(";"), "a list");
            holds(MailAddress.parse(value).asOptional().equals(Optional.of(address)), "not what it says itself");
            holds(!address.toString().contains(value), "shows the address");
        });
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(MailAddressFuzzTests.class, MailAddressFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
