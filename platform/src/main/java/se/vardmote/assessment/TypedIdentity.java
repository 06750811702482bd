package se.vardmote.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.ReserveIssuer;

/** An identity number that somebody types to find or confirm a person. */
public final class TypedIdentity {
    private TypedIdentity() {}

    /** All that it can mean: a personal number or coordination number, and a reserve number of any issuer. */
    public static List<PersonId> readings(String typed, LocalDate today) {
        return Stream.concat(
                        PersonId.parse(typed, today).asOptional().stream(),
                        Stream.of(ReserveIssuer.values())
                                .flatMap(issuer -> PersonId.parseReserve(issuer, typed, today).asOptional().stream()))
                .toList();
    }

    /** The name of who gave out a reserve number; null for another number. */
    public static @Nullable String issuer(PersonId identity) {
        return Stream.of(ReserveIssuer.values())
                .filter(issuer -> issuer.system().equals(identity.system()))
                .map(Enum::name)
                .findFirst()
                .orElse(null);
    }
}
