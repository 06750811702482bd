package se.vardmote.access.signin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import se.vardmote.access.AccountSettings;
import se.vardmote.access.Assurance;
import se.vardmote.vocabulary.HsaId;

/** The sign-in service of one care provider: says which account somebody has there, and is believed for nobody else's. */
final class AccountProvider {
    private final String name;
    private final String label;
    private final HsaId careProvider;
    private final String claim;
    private final List<String> levels;
    private final OidcExchange exchange;

    /** Somebody's account, and how sure the service is that it is theirs. */
    record Account(String account, Assurance assurance) {}

    AccountProvider(String name, AccountSettings.ProviderSettings settings) {
        this.name = name;
        this.label = needed(settings.label());
        this.careProvider = HsaId.of(needed(settings.careProvider()));
        this.claim = settings.claim();
        this.levels = List.copyOf(settings.levels());
        this.exchange =
                new OidcExchange("account-" + name, endpoints(settings), "/logga-in/konto/" + name + "/svar", levels);
    }

    String name() {
        return name;
    }

    String label() {
        return label;
    }

    HsaId careProvider() {
        return careProvider;
    }

    OidcExchange exchange() {
        return exchange;
    }

    /** @throws Refusal.Exception when the answer does not hold, names nobody, or is not sure enough */
    Account identify(OAuth2AuthorizationRequest asked, Answer answer) {
        OidcUser user = exchange.identify(asked, answer);
        String level = user.getClaimAsString(IdTokenClaimNames.ACR);
        if (level == null || !levels.contains(level)) throw new Refusal.Exception(Refusal.ACCOUNT_TOO_WEAK);
        return new Account(account(user.getClaims().get(claim)), assurance(level));
    }

    /** A number is read as its digits: some directories write the number of an employee without quotes. */
    private static String account(@Nullable Object value) {
        String text =
                value instanceof String || value instanceof Long || value instanceof Integer ? value.toString() : "";
        if (text.isBlank()) throw new Refusal.Exception(Refusal.FAILED);
        return text;
    }

    /** Never a card's level: whatever the service says of itself, it opens no patient. */
    private static Assurance assurance(String level) {
        return Assurance.of(level).filter(Assurance.LOA1::equals).orElse(Assurance.LOA2);
    }

    private static OidcExchange.Endpoints endpoints(AccountSettings.ProviderSettings settings) {
        return new OidcExchange.Endpoints(
                needed(settings.authorizationUri()),
                needed(settings.tokenUri()),
                needed(settings.jwkSetUri()),
                needed(settings.issuer()),
                needed(settings.clientId()),
                needed(settings.clientSecret()),
                List.of(OidcScopes.PROFILE));
    }

    /** {@link AccountSettings} has seen to it. */
    private static <T> T needed(@Nullable T given) {
        return Objects.requireNonNull(given);
    }
}
