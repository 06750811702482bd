package se.vardmote.access;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How staff sign in. The addresses are given one by one, because the browser and we may reach the identity provider by
 * different ones.
 *
 * @param authorizationUri where the browser is sent
 * @param tokenUri where we exchange the code, back channel
 * @param jwkSetUri where we read the provider's keys, back channel
 * @param issuer the exact {@code iss} of its ID tokens
 * @param clientId who we are to it
 * @param clientSecret proves it; never printed
 * @param leastAssurance lowest level that is let in; LOA3 is what SITHS cards give and patient data asks for
 * @param idleTimeout a session that shows nothing for this long has ended: an unlocked computer, a nurse called away
 * @param lifetime a session ends after this whatever it does: a long shift and the handing over after it
 */
@ConfigurationProperties("vardmote.sign-in")
public record SignInSettings(
        URI authorizationUri,
        URI tokenUri,
        URI jwkSetUri,
        String issuer,
        String clientId,
        String clientSecret,
        @DefaultValue("LOA3") Assurance leastAssurance,
        @DefaultValue("60m") Duration idleTimeout,
        @DefaultValue("14h") Duration lifetime) {

    public SignInSettings {
        given("authorization-uri", authorizationUri);
        given("token-uri", tokenUri);
        given("jwk-set-uri", jwkSetUri);
        given("issuer", issuer);
        given("client-id", clientId);
        given("client-secret", clientSecret);
        between("idle-timeout", idleTimeout, Duration.ofMinutes(5), lifetime);
        between("lifetime", lifetime, idleTimeout, Duration.ofHours(24));
    }

    private static void given(String name, Object value) {
        if (value == null || value.toString().isBlank())
            throw new IllegalArgumentException("vardmote.sign-in." + name + " is missing");
    }

    private static void between(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0)
            throw new IllegalArgumentException(
                    "vardmote.sign-in." + name + " must be between " + least + " and " + most + ", is " + value);
    }

    @Override
    public String toString() {
        return "SignInSettings[" + issuer + " as " + clientId + "]";
    }
}
