package se.vardmote.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import se.vardmote.access.Assurance;
import se.vardmote.access.SignInSettings;
import se.vardmote.access.WayIn;
import se.vardmote.vocabulary.HsaId;

/** The identity provider of staff ({@link OidcClient}). Claims as Inera's IdP names them. */
@Component
public class IdentityProvider {
    static final String ANSWER_PATH = "/logga-in/svar";
    private final OidcClient client;

    public IdentityProvider(SignInSettings settings) {
        this.client = new OidcClient(
                new OidcClient.Addresses(
                        "staff",
                        ANSWER_PATH,
                        settings.authorizationUri(),
                        settings.tokenUri(),
                        settings.jwkSetUri(),
                        settings.issuer(),
                        settings.clientId(),
                        settings.clientSecret(),
                        List.of(OidcScopes.PROFILE)),
                List.of(settings.leastAssurance().acr()));
    }

    ClientRegistration registration() {
        return client.registration();
    }

    OAuth2AuthorizationRequest ask(HttpServletRequest request, URI origin) {
        return client.ask(request, origin);
    }

    /** @throws Refusal.Exception when the answer does not hold or the provider does not answer */
    Identity identify(OAuth2AuthorizationRequest asked, Answer answer) {
        OidcUser user = client.identify(asked, answer);
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
