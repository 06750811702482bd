package se.vardmote.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
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
import org.springframework.web.client.RestClient;

/**
 * One sign-in service over OpenID Connect: authorization code with PKCE, state and nonce, our own client secret on the back
 * channel, ID token checked against its keys. Each has an address of its own for its answers, so that what one of them says
 * cannot be taken for another's (RFC 9700, 4.4).
 */
final class OidcExchange {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final ClientRegistration registration;
    private final String answerPath;
    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final OidcAuthorizationCodeAuthenticationProvider exchange;

    /** Where a service is reached, who we are to it, and what we ask for besides {@code openid}. */
    record Endpoints(
            URI authorizationUri,
            URI tokenUri,
            URI jwkSetUri,
            String issuer,
            String clientId,
            String clientSecret,
            List<String> scopes) {
        @Override
        public String toString() {
            return "Endpoints[" + issuer + " as " + clientId + "]";
        }
    }

    /**
     * @param name ours for it, kept with what was asked
     * @param answerPath where it answers
     * @param levels {@code acr} values that we ask for
     */
    OidcExchange(String name, Endpoints service, String answerPath, Collection<String> levels) {
        this.registration = registration(name, service, answerPath);
        this.answerPath = answerPath;
        this.requests =
                new DefaultOAuth2AuthorizationRequestResolver(new InMemoryClientRegistrationRepository(registration));
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(tokens(), new OidcUserService());
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(more -> {
                    if (!levels.isEmpty()) more.put("acr_values", String.join(" ", levels));
                    // A shared computer: who it is is shown every time.
                    more.put("prompt", "login");
                })));
    }

    ClientRegistration registration() {
        return registration;
    }

    /** What to ask for, with fresh state, nonce and code verifier; answered at {@code origin}, one of our own. */
    OAuth2AuthorizationRequest ask(HttpServletRequest request, URI origin) {
        OAuth2AuthorizationRequest asked = requests.resolve(request, registration.getRegistrationId());
        if (asked == null) throw new IllegalStateException("no authorization request");
        return OAuth2AuthorizationRequest.from(asked)
                .redirectUri(origin + answerPath)
                .build();
    }

    /**
     * Exchanges the code and checks the ID token.
     *
     * @throws Refusal.Exception when the answer does not hold or the service does not answer
     */
    OidcUser identify(OAuth2AuthorizationRequest asked, Answer answer) {
        var response = OAuth2AuthorizationResponse.success(answer.code())
                .redirectUri(Objects.requireNonNull(asked.getRedirectUri()))
                .state(answer.state())
                .build();
        var login = new OAuth2LoginAuthenticationToken(registration, new OAuth2AuthorizationExchange(asked, response));
        Authentication authenticated = authenticate(login);
        if (authenticated == null || !(authenticated.getPrincipal() instanceof OidcUser user))
            throw new Refusal.Exception(Refusal.FAILED);
        return user;
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

    private static ClientRegistration registration(String name, Endpoints service, String answerPath) {
        return ClientRegistration.withRegistrationId(name)
                .clientId(service.clientId())
                .clientSecret(service.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}" + answerPath)
                .scope(Stream.concat(Stream.of(OidcScopes.OPENID), service.scopes().stream())
                        .toArray(String[]::new))
                .authorizationUri(service.authorizationUri().toString())
                .tokenUri(service.tokenUri().toString())
                .jwkSetUri(service.jwkSetUri().toString())
                .issuerUri(service.issuer())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .providerConfigurationMetadata(Map.of())
                .build();
    }

    /** Gives up in time: a service that hangs must not hold the person's browser. */
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
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
