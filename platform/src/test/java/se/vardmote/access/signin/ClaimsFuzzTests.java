package se.vardmote.access.signin;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vardmote.platform.FuzzCorpus;

/** Whatever a provider says of somebody names one person in a form that we know, or nobody. */
public class ClaimsFuzzTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    /** Called by the fuzzer with whatever it has thought of. */
    public static void fuzzerTestOneInput(byte[] input) {
        Map<String, Object> said;
        try {
            Map<String, Object> read = JSONObjectUtils.parse(new String(input, StandardCharsets.UTF_8));
            if (read == null) return;
            said = JWTClaimsSet.parse(read).getClaims();
        } catch (ParseException noClaims) {
            return;
        }
        var claims = new Claims(said);
        claims.employee().ifPresent(employee -> holds(!employee.toString().isBlank(), "nobody"));
        claims.chosen();
        new EIdClaims(said).person(TODAY).ifPresent(person -> {
            holds(!person.name().value().isBlank(), "no name");
            holds(person.toString().equals("EId[•••]"), "shows who it is");
        });
    }

    @TestFactory
    Stream<DynamicTest> everything_in_the_corpus_is_read_or_refused() {
        return FuzzCorpus.of(ClaimsFuzzTests.class, ClaimsFuzzTests::fuzzerTestOneInput);
    }

    private static void holds(boolean invariant, String what) {
        if (!invariant) throw new AssertionError(what);
    }
}
