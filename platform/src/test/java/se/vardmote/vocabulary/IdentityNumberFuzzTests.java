package se.vardmote.vocabulary;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.platform.FuzzCorpus;

/** R0-54: whatever is typed as an identity number is a number that can be read again, or refused with a reason. */
public class IdentityNumberFuzzTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);

    private static void check(Parsed<PersonId> once, Parsed<PersonId> again) {
        switch (once) {
            case Parsed.Refused<PersonId>(String reason) ->
                holds(RefusalCodes.ALL.contains(reason), "a reason that is none");
            case Parsed.Valid<PersonId>(PersonId identity) -> {
                holds(again.asOptional().filter(identity::equals).isPresent(), "not the same when read again");
                holds(!identity.toString().contains(identity.value()), "shows the number");
                holds(identity.display().length() >= identity.value().length(), "loses digits");
            }
        }
    }

    /** Called by the fuzzer with whatever it has thought of. */
    public static void fuzzerTestOneInput(byte[] input) {
        String typed = new String(input, StandardCharsets.UTF_8);
        check(PersonId.parse(typed, TODAY), PersonId.parse(typed, TODAY));
        for (ReserveIssuer issuer : ReserveIssuer.values()) {
            Parsed<PersonId> once = PersonId.parseReserve(issuer, typed, TODAY);
            check(
                    once,
                    PersonId.parseReserve(
                            issuer, once.asOptional().map(PersonId::value).orElse(typed), TODAY));
        }
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(IdentityNumberFuzzTests.class, IdentityNumberFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
