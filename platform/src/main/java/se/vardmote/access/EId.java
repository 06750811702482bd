package se.vardmote.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;

/**
 * Who somebody is by their electronic identity.
 *
 * @param numbers personal identity or coordination number, and earlier ones; empty for somebody identified in another country
 *     (eIDAS)
 * @param name to be shown, never to tell people apart by
 */
public record EId(Set<PersonId> numbers, Optional<LocalDate> birthDate, PersonName name) {

    /** What the identity says of somebody whom we know by a number. */
    public enum Fit {
        SAME,
        OTHER,
        /** Nothing that both know: a person decides. */
        CANNOT_TELL
    }

    /** What the same person shows each time; empty for somebody identified in another country, of whom nothing lasting is known. */
    public Optional<String> lasting() {
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(numbers.stream().map(PersonId::value).sorted().collect(Collectors.joining(" ")));
    }

    public Fit fits(PersonId known) {
        boolean comparable =
                switch (known.kind()) {
                    case PERSONAL_NUMBER, COORDINATION_NUMBER -> !numbers.isEmpty();
                    case RESERVE_NUMBER, UNKNOWN -> false;
                };
        if (comparable) return numbers.contains(known) ? Fit.SAME : Fit.OTHER;
        boolean bornOnAnotherDay = birthDate
                .flatMap(day -> known.birthDate().map(other -> !day.equals(other)))
                .orElse(false);
        return bornOnAnotherDay ? Fit.OTHER : Fit.CANNOT_TELL;
    }

    @Override
    public String toString() {
        return "EId[•••]";
    }
}
