package se.vardmote.access.signin;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.vardmote.access.EId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;

/**
 * What an ID token says of a private person. Names of claims are those of OIDC Sweden ({@code https://id.oidc.se/claim/…}), of Sweden
 * Connect's OIDC profile, and the short ones that brokers use. A person identified in another country may lack a number.
 */
record EIdClaims(Map<String, Object> all) {
    private static final List<String> NUMBERS = List.of(
            "personalidentitynumber",
            "coordinationnumber",
            "personal_identity_number",
            "personalnumber",
            "previouspersonalidentitynumber",
            "previouscoordinationnumber");
    private static final List<String> FOREIGN = List.of("prid", "eidaspersonidentifier");
    private static final List<String> BORN = List.of("birthdate", "dateofbirth");

    /** Empty when nobody is named, or when what should be a number is none: then nothing can be compared. */
    Optional<EId> person(LocalDate today) {
        List<String> said = texts(NUMBERS).toList();
        Set<PersonId> numbers = said.stream()
                .flatMap(number -> PersonId.parse(number, today).asOptional().stream())
                .collect(Collectors.toSet());
        if (numbers.size() < Set.copyOf(said).size()) return Optional.empty();
        if (numbers.isEmpty() && texts(FOREIGN).findAny().isEmpty()) return Optional.empty();
        return name().map(name -> new EId(numbers, born(numbers), name));
    }

    private Optional<PersonName> name() {
        String whole = Stream.of("given_name", "family_name")
                .flatMap(part -> texts(List.of(part)).limit(1))
                .collect(Collectors.joining(" "));
        String shown = whole.isBlank() ? texts(List.of("name")).findFirst().orElse("") : whole;
        return PersonName.parse(shown).asOptional();
    }

    /** As said; else as the number says. */
    private Optional<LocalDate> born(Set<PersonId> numbers) {
        return texts(BORN).flatMap(text -> date(text).stream()).findFirst().or(() -> numbers.stream()
                .flatMap(number -> number.birthDate().stream())
                .findFirst());
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private Stream<String> texts(List<String> names) {
        return all.entrySet().stream()
                .filter(claim -> names.contains(plain(claim.getKey())))
                .flatMap(claim -> values(claim.getValue()))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }

    private static Stream<?> values(Object value) {
        return value instanceof Collection<?> several ? several.stream() : Stream.of(value);
    }

    private static String plain(String claim) {
        return claim.substring(claim.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
