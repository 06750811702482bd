package se.vardmote.access;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patients and relatives show an e-ID: an OpenID provider that offers BankID, Freja and eIDAS (a broker, the region's own or Sweden
 * Connect). Not offered without an issuer; all of it or nothing.
 *
 * @param authorizationUri where the browser is sent
 * @param tokenUri and {@code jwkSetUri}: back channel
 * @param issuer the exact {@code iss} of its ID tokens
 * @param clientSecret proves who we are; never printed
 * @param scopes besides {@code openid}; those of OIDC Sweden where the provider has them
 * @param levels the {@code acr} that are accepted (DIGG's levels of assurance, substantial and high of eIDAS)
 */
@ConfigurationProperties("vardmote.visitor-sign-in")
public record VisitorSignInSettings(
        @Nullable URI authorizationUri,
        @Nullable URI tokenUri,
        @Nullable URI jwkSetUri,
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("profile") List<String> scopes,

        @DefaultValue({
            "http://id.elegnamnden.se/loa/1.0/loa3",
            "http://id.elegnamnden.se/loa/1.0/loa4",
            "http://id.swedenconnect.se/loa/1.0/uncertified-loa3",
            "http://id.elegnamnden.se/loa/1.0/eidas-sub",
            "http://id.elegnamnden.se/loa/1.0/eidas-high",
            "http://id.elegnamnden.se/loa/1.0/eidas-nf-sub",
            "http://id.elegnamnden.se/loa/1.0/eidas-nf-high"
        })
        List<String> levels) {

    public VisitorSignInSettings {
        boolean whole = authorizationUri != null
                && tokenUri != null
                && jwkSetUri != null
                && Stream.of(issuer, clientId, clientSecret).noneMatch(String::isBlank);
        if (!issuer.isBlank() && !whole)
            throw new IllegalArgumentException(
                    "vardmote.visitor-sign-in: give authorization-uri, token-uri, jwk-set-uri, issuer, client-id and client-secret");
    }

    public boolean on() {
        return !issuer.isBlank();
    }

    @Override
    public String toString() {
        return "VisitorSignInSettings[" + issuer + " as " + clientId + "]";
    }
}
