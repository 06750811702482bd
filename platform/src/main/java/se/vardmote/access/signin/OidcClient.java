package se.vardmote.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
 * An outside identity provider over OpenID Connect: authorization code with PKCE, state and nonce, our own client secret on the back
 * channel, ID token checked against its keys.
 */
final class OidcClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final String answerPath;
    private final ClientRegistration registration;
    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final OidcAuthorizationCodeAuthenticationProvider exchange;

    /** How we and the provider know each other. @param name which of ours it is */
    record Addresses(
            String name,
            String answerPath,
            URI authorizationUri,
            URI tokenUri,
            URI jwkSetUri,
            String issuer,
            String clientId,
            String clientSecret,
            List<String> scopes) {
        @Override
        public String toString() {
            return "Addresses[" + issuer + "]";
        }
    }

    /** @param levels what may come as {@code acr}, for the provider to choose among */
    OidcClient(Addresses addresses, Collection<String> levels) {
        this.answerPath = addresses.answerPath();
        this.registration = registration(addresses);
        this.requests =
                new DefaultOAuth2AuthorizationRequestResolver(new InMemoryClientRegistrationRepository(registration));
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(tokens(), new OidcUserService());
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(more -> {
                    more.put("acr_values", String.join(" ", levels));
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
     * @throws Refusal.Exception when the answer does not hold or the provider does not answer
     */
    OidcUser identify(OAuth2AuthorizationRequest asked, Answer answer) {
        var response = OAuth2AuthorizationResponse.success(answer.code())
                .redirectUri(Objects.requireNonNull(asked.getRedirectUri()))
                .state(answer.state())
                .build();
        Authentication authenticated = authenticate(
                new OAuth2LoginAuthenticationToken(registration, new OAuth2AuthorizationExchange(asked, response)));
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
                    && hasCause(e, IOException.class);
            throw new Refusal.Exception(unreachable ? Refusal.PROVIDER_UNREACHABLE : Refusal.FAILED, e);
        }
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) return true;
        }
        return false;
    }

    private static ClientRegistration registration(Addresses addresses) {
        return ClientRegistration.withRegistrationId(addresses.name())
                .clientId(addresses.clientId())
                .clientSecret(addresses.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}" + addresses.answerPath())
                .scope(Stream.concat(Stream.of(OidcScopes.OPENID), addresses.scopes().stream())
                        .toArray(String[]::new))
                .authorizationUri(addresses.authorizationUri().toString())
                .tokenUri(addresses.tokenUri().toString())
                .jwkSetUri(addresses.jwkSetUri().toString())
                .issuerUri(addresses.issuer())
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
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
