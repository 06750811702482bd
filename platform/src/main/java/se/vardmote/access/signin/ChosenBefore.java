package se.vardmote.access.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.vardmote.access.Sessions.Role;
import se.vardmote.organisation.SignInRegister;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.HsaId;

/** What the identity provider let the person choose, by its names in HSA; nothing where it asked for no choice. */
public record ChosenBefore(Optional<HsaId> commission, Optional<HsaId> unit, Optional<HsaId> careProvider) {
    public static final ChosenBefore NOTHING = new ChosenBefore(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Those of somebody's roles that are what they chose: the commission, else those at its unit, else those at its care
     * provider. A choice that our register does not know leaves all, and they choose again.
     */
    List<SignIn.Option> among(List<SignIn.Option> options, SignInRegister register) {
        if (equals(NOTHING) || options.size() < 2) return options;
        Map<CommissionId, SignInRegister.Named> named = register.named(
                options.stream().flatMap(ChosenBefore::commission).toList());
        return Stream.<Predicate<SignInRegister.Named>>of(
                        one -> commission.isPresent() && commission.equals(one.commission()),
                        one -> unit.isPresent() && unit.equals(one.unit()),
                        one -> careProvider.filter(one.careProvider()::equals).isPresent())
                .map(fits -> options.stream()
                        .filter(option -> commission(option).map(named::get).anyMatch(fits))
                        .toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(options);
    }

    private static Stream<CommissionId> commission(SignIn.Option option) {
        return option.role() instanceof Role.InCommission(CommissionId id, var at) ? Stream.of(id) : Stream.empty();
    }
}
