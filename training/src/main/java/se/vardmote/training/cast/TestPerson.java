package se.vardmote.training.cast;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an e-ID. Numbers are official test numbers that belong to nobody.
 *
 * @param slug as it stands in forms
 * @param number twelve digits; null for somebody identified in another country, who has none here
 * @param level as the provider states it ({@code acr})
 * @param who what one sees by choosing them
 */
public record TestPerson(
        String slug,
        String givenName,
        String familyName,
        @Nullable String number,
        LocalDate birthDate,
        String level,
        String who) {

    private static final String LOA = "http://id.elegnamnden.se/loa/1.0/";

    public static List<TestPerson> all() {
        return List.of(
                swedish("tolvan", "Tolvan", "Tolvansson", "191212121212", "loa3", "Den vanliga provpatienten"),
                swedish("maria", "Maria", "Provberg", "196101182803", "loa3", "Anhörig, eller en annan patient"),
                swedish("elsa", "Elsa", "Provdotter", "200302022389", "loa3", "En ung patient"),
                swedish(
                        "gunnar",
                        "Gunnar",
                        "Provström",
                        "195009072553",
                        "loa2",
                        "Med en e-legitimation som inte räcker"),
                new TestPerson(
                        "jens",
                        "Jens",
                        "Prøvesen",
                        null,
                        LocalDate.of(1975, 4, 2),
                        LOA + "eidas-sub",
                        "Från ett annat land (eIDAS), utan svenskt personnummer"));
    }

    public static Optional<TestPerson> named(String slug) {
        return all().stream().filter(person -> person.slug().equals(slug)).findFirst();
    }

    public String name() {
        return givenName + " " + familyName;
    }

    private static TestPerson swedish(
            String slug, String givenName, String familyName, String number, String level, String who) {
        LocalDate born = LocalDate.of(
                Integer.parseInt(number.substring(0, 4)),
                Integer.parseInt(number.substring(4, 6)),
                Integer.parseInt(number.substring(6, 8)));
        return new TestPerson(slug, givenName, familyName, number, born, LOA + level, who);
    }
}
