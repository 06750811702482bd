package se.vardmote.access.signin;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import se.vardmote.access.GuestVisitId;
import se.vardmote.access.Token;

/** What we asked the identity provider for, under the hash of the browser's cookie; used once, within ten minutes. */
@Component
public class AuthorizationRequests {
    static final Duration LIFE = Duration.ofMinutes(10);
    private final JdbcClient database;
    private final Clock clock;

    public AuthorizationRequests(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of staff. */
    Token keep(OAuth2AuthorizationRequest request, ClientRegistration provider) {
        return keep(request, provider, null);
    }

    /** @param visit from which somebody has left to show an e-ID; null for staff */
    Token keep(OAuth2AuthorizationRequest request, ClientRegistration provider, @Nullable GuestVisitId visit) {
        Token token = Token.fresh();
        database.sql("""
                        insert into access.authorization_request
                          (token_hash, provider, state, nonce, code_verifier, redirect_uri, guest_visit_id, expires_at)
                        values (:token, :provider, :state, :nonce, :verifier, :redirect, :visit, :expires)""")
                .param("provider", provider.getRegistrationId())
                .param("token", token.hash())
                .param("state", request.getState())
                .param("nonce", attribute(request, OidcParameterNames.NONCE))
                .param("verifier", attribute(request, PkceParameterNames.CODE_VERIFIER))
                .param("redirect", request.getRedirectUri())
                .param("visit", visit == null ? null : visit.value(), Types.OTHER)
                .param("expires", now().plus(LIFE))
                .update();
        return token;
    }

    /** Of staff. */
    Optional<OAuth2AuthorizationRequest> take(Token token, ClientRegistration provider) {
        return take(token, provider, null);
    }

    /** Gives the request back and forgets it; empty when it is unknown, used, too old, another service's or another visit's. */
    Optional<OAuth2AuthorizationRequest> take(Token token, ClientRegistration provider, @Nullable GuestVisitId visit) {
        return database.sql("""
                        delete from access.authorization_request where token_hash = :token and provider = :provider
                        returning state, nonce, code_verifier, redirect_uri,
                          expires_at > :now and guest_visit_id is not distinct from cast(:visit as uuid) as valid""")
                .param("token", token.hash())
                .param("provider", provider.getRegistrationId())
                .param("visit", visit == null ? null : visit.value(), Types.OTHER)
                .param("now", now())
                .query(Row.class)
                .optional()
                .filter(Row::valid)
                .map(row -> request(row, provider));
    }

    record Row(String state, String nonce, String codeVerifier, String redirectUri, boolean valid) {}

    private static OAuth2AuthorizationRequest request(Row row, ClientRegistration provider) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(provider.getProviderDetails().getAuthorizationUri()))
                .clientId(provider.getClientId())
                .redirectUri(row.redirectUri())
                .scopes(provider.getScopes())
                .state(row.state())
                .attributes(Map.of(
                        OidcParameterNames.NONCE, row.nonce(), PkceParameterNames.CODE_VERIFIER, row.codeVerifier()))
                .build();
    }

    private static String attribute(OAuth2AuthorizationRequest request, String name) {
        return Objects.requireNonNull(request.<String>getAttribute(name), name);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
