package se.vardmote.access.signin;

import java.util.List;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import se.vardmote.access.Assurance;
import se.vardmote.access.SignInSettings;
import se.vardmote.access.WayIn;
import se.vardmote.vocabulary.HsaId;

/** The identity provider of those who have a SITHS card. Claims as Inera's IdP names them. */
@Component
public class IdentityProvider {
    static final String ANSWER_PATH = "/logga-in/svar";
    private static final String NAME = "staff";
    private final OidcExchange exchange;

    public IdentityProvider(SignInSettings settings) {
        var service = new OidcExchange.Endpoints(
                settings.authorizationUri(),
                settings.tokenUri(),
                settings.jwkSetUri(),
                settings.issuer(),
                settings.clientId(),
                settings.clientSecret(),
                List.of(OidcScopes.PROFILE));
        this.exchange = new OidcExchange(
                NAME, service, ANSWER_PATH, List.of(settings.leastAssurance().acr()));
    }

    OidcExchange exchange() {
        return exchange;
    }

    /** @throws Refusal.Exception when the answer does not hold or the provider does not answer */
    Identity identify(OAuth2AuthorizationRequest asked, Answer answer) {
        OidcUser user = exchange.identify(asked, answer);
        var claims = new Claims(user.getClaims());
        return new Identity(hsaId(claims), assurance(user), WayIn.PROVIDER, claims.chosen());
    }

    private static HsaId hsaId(Claims claims) {
        return claims.employee().orElseThrow(() -> new Refusal.Exception(Refusal.FAILED));
    }

    private static Assurance assurance(OidcUser user) {
        String claim = user.getClaimAsString(IdTokenClaimNames.ACR);
        return Assurance.of(claim == null ? "" : claim)
                .orElseThrow(() -> new Refusal.Exception(Refusal.ASSURANCE_TOO_LOW));
    }
}
