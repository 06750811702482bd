package se.vardmote.training.idp;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import se.vardmote.training.Addresses;
import se.vardmote.training.ProductConnection;
import se.vardmote.training.web.PageSecurity;

/**
 * An OpenID provider for the product, once each for cards, for accounts and for visitors: authorization code with PKCE. Browsers reach it at the issuer's
 * address, the product also at 127.0.0.1; what it says of itself is the issuer's address in both cases. Keys are made
 * at start and kept in memory only.
 */
@Configuration
class IdentityProvider {
    static final String STAFF = "vardmote";
    /** The client for those who have an account of the municipality and no card. */
    static final String ACCOUNTS = "vardmote-konto";

    static final String VISITORS = "vardmote-visitors";

    @Bean
    @Order(1)
    SecurityFilterChain identityProviderEndpoints(HttpSecurity http, Addresses addresses, CardReader reader) {
        OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, endpoints -> endpoints.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(server.getEndpointsMatcher()))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterBefore(new CardReaderFilter(reader), CsrfFilter.class)
                .exceptionHandling(asking -> asking.defaultAuthenticationEntryPointFor(
                        (request, response, missing) -> response.sendRedirect(addresses.start()
                                + (VISITORS.equals(request.getParameter("client_id")) ? "/e-leg?" : "/kort?")
                                + request.getQueryString()),
                        PathPatternRequestMatcher.pathPattern("/oauth2/authorize")))
                .headers(PageSecurity.headers(addresses))
                .build();
    }

    @Bean
    RegisteredClientRepository clients(Addresses addresses, ProductConnection product) {
        return new InMemoryRegisteredClientRepository(
                client(STAFF, product.clientSecret(), "/logga-in/svar", addresses),
                client(ACCOUNTS, product.accountSecret(), "/logga-in/konto/vellinge/svar", addresses),
                client(VISITORS, product.visitorSecret(), "/mote/e-legitimation/svar", addresses));
    }

    private static RegisteredClient client(String id, String secret, String answer, Addresses addresses) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientName("Vårdmöte")
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> addresses.productOrigins().forEach(origin -> uris.add(origin + answer)))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                        .accessTokenTimeToLive(Duration.ofMinutes(5))
                        .build())
                .build();
    }

    @Bean
    AuthorizationServerSettings issuer(Addresses addresses) {
        return AuthorizationServerSettings.builder().issuer(addresses.start()).build();
    }

    @Bean
    PasswordEncoder clientSecretComparison() {
        return new ClientSecret();
    }

    @Bean
    CardReader cardReader(Clock clock) {
        return new CardReader(clock);
    }

    @Bean
    JWKSource<SecurityContext> signingKey() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyID(UUID.randomUUID().toString())
                .build();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }
}
