package se.vardmote.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import se.vardmote.access.Assurance;
import se.vardmote.access.SignInSettings;
import se.vardmote.access.WayIn;
import se.vardmote.vocabulary.HsaId;

/**
 * The outside identity provider over OpenID Connect: authorization code with PKCE, state and nonce, our own client
 * secret on the back channel, ID token checked against its keys. Claims as Inera's IdP names them.
 */
@Component
public class IdentityProvider {
    static final String ANSWER_PATH = "/logga-in/svar";
    private static final String NAME = "staff";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final ClientRegistration registration;
    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final OidcAuthorizationCodeAuthenticationProvider exchange;

    public IdentityProvider(SignInSettings settings) {
        this.registration = registration(settings);
        this.requests =
                new DefaultOAuth2AuthorizationRequestResolver(new InMemoryClientRegistrationRepository(registration));
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(tokens(), new OidcUserService());
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(more -> {
                    more.put("acr_values", settings.leastAssurance().acr());
                    // A shared computer: the card is shown every time.
                    more.put("prompt", "login");
                })));
    }

    ClientRegistration registration() {
        return registration;
    }

    /** What to ask for, with fresh state, nonce and code verifier; answered at {@code origin}, one of our own. */
    OAuth2AuthorizationRequest ask(HttpServletRequest request, URI origin) {
        OAuth2AuthorizationRequest asked = requests.resolve(request, NAME);
        if (asked == null) throw new IllegalStateException("no authorization request");
        return OAuth2AuthorizationRequest.from(asked)
                .redirectUri(origin + ANSWER_PATH)
                .build();
    }

    /**
     * Exchanges the code and checks the ID token.
     *
     * @throws Refusal.Exception when the answer does not hold or the provider does not answer
     */
    Identity identify(OAuth2AuthorizationRequest asked, OAuth2AuthorizationResponse answer) {
        var login = new OAuth2LoginAuthenticationToken(registration, new OAuth2AuthorizationExchange(asked, answer));
        Authentication authenticated = authenticate(login);
        if (authenticated == null || !(authenticated.getPrincipal() instanceof OidcUser user))
            throw new Refusal.Exception(Refusal.FAILED);
        var claims = new Claims(user.getClaims());
        return new Identity(hsaId(claims), assurance(user), WayIn.PROVIDER, claims.chosen());
    }

    private @Nullable Authentication authenticate(OAuth2LoginAuthenticationToken login) {
        try {
            return exchange.authenticate(login);
        } catch (OAuth2AuthenticationException e) {
            boolean unreachable = "invalid_token_response".equals(e.getError().getErrorCode())
                    && e.getCause() != null
                    && hasCause(e, java.io.IOException.class);
            throw new Refusal.Exception(unreachable ? Refusal.PROVIDER_UNREACHABLE : Refusal.FAILED, e);
        }
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) return true;
        }
        return false;
    }

    private static HsaId hsaId(Claims claims) {
        return claims.employee().orElseThrow(() -> new Refusal.Exception(Refusal.FAILED));
    }

    private static Assurance assurance(OidcUser user) {
        String claim = user.getClaimAsString(IdTokenClaimNames.ACR);
        return Assurance.of(claim == null ? "" : claim)
                .orElseThrow(() -> new Refusal.Exception(Refusal.ASSURANCE_TOO_LOW));
    }

    private static ClientRegistration registration(SignInSettings settings) {
        return ClientRegistration.withRegistrationId(NAME)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}" + ANSWER_PATH)
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .authorizationUri(settings.authorizationUri().toString())
                .tokenUri(settings.tokenUri().toString())
                .jwkSetUri(settings.jwkSetUri().toString())
                .issuerUri(settings.issuer())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .providerConfigurationMetadata(Map.of())
                .build();
    }

    /** Gives up in time: a provider that hangs must not hold the person's browser. */
    private static RestClientAuthorizationCodeTokenResponseClient tokens() {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        factory.setReadTimeout(PATIENCE);
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(factory)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(
                        new org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
