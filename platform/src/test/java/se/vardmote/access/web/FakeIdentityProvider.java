package se.vardmote.access.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** An identity provider of a few lines: it gives a code for whom the test says, and checks the code verifier. */
final class FakeIdentityProvider implements AutoCloseable {
    private final RSAKey key;
    private final HttpServer server;
    private final Map<String, Login> logins = new ConcurrentHashMap<>();

    /** Spoils the next ID tokens. */
    volatile Spoil spoil = Spoil.NOTHING;

    enum Spoil {
        NOTHING,
        NONCE,
        AUDIENCE,
        ISSUER,
        SIGNATURE,
        /** Valid until a moment ago. */
        EXPIRED,
        NO_NONCE,
        /** Says of itself that it needs no signature. */
        ALG_NONE,
        /** Its signature is not there. */
        UNSIGNED,
        /** Signed with what we ourselves know: our secret at the provider. */
        OUR_SECRET
    }

    /** What the next ID tokens say besides, or instead; null for a claim leaves it out. */
    final Map<String, @Nullable Object> claims = new HashMap<>();

    private record Login(String hsaId, String acr, String nonce, String challenge) {}

    FakeIdentityProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("k1").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/jwks", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The person shows the card: where the provider sends the browser back to. */
    URI approve(URI authorization, String hsaId, String acr) {
        var asked = UriComponentsBuilder.fromUri(authorization)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        String code = "code-" + logins.size();
        logins.put(code, new Login(hsaId, acr, decoded(asked.get("nonce")), decoded(asked.get("code_challenge"))));
        return URI.create(decoded(asked.get("redirect_uri")) + "?code=" + code + "&state=" + asked.get("state"));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = UriComponentsBuilder.fromUriString(
                        "/?" + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .build()
                .getQueryParams()
                .toSingleValueMap();
        Login login = logins.remove(form.getOrDefault("code", ""));
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        if (login == null || basic == null || !login.challenge().equals(s256(form.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(exchange, 200, """
                {"access_token":"unused","token_type":"Bearer","expires_in":300,"id_token":"%s"}""".formatted(idToken(login)));
    }

    private String idToken(Login login) {
        try {
            JWTClaimsSet said = claims(login);
            if (spoil == Spoil.ALG_NONE) return new PlainJWT(said).serialize();
            boolean ours = spoil == Spoil.OUR_SECRET;
            var algorithm = ours ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256;
            var token =
                    new SignedJWT(new JWSHeader.Builder(algorithm).keyID("k1").build(), said);
            var rsa = spoil == Spoil.SIGNATURE ? new RSAKeyGenerator(2048).generate() : key;
            token.sign(ours ? new MACSigner(TestHouse.CLIENT_SECRET) : new RSASSASigner(rsa));
            String whole = token.serialize();
            return spoil == Spoil.UNSIGNED ? whole.substring(0, whole.lastIndexOf('.') + 1) : whole;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet claims(Login login) {
        Instant until = Instant.now().plusSeconds(spoil == Spoil.EXPIRED ? -120 : 300);
        var said = new JWTClaimsSet.Builder()
                .issuer(spoil == Spoil.ISSUER ? "http://elsewhere" : address())
                .subject(login.hsaId())
                .audience(spoil == Spoil.AUDIENCE ? "another" : "vardmote")
                .issueTime(Date.from(until.minusSeconds(300)))
                .expirationTime(Date.from(until))
                .claim("nonce", spoil == Spoil.NONCE ? "another" : login.nonce())
                .claim("employeeHsaId", login.hsaId())
                .claim("acr", login.acr());
        if (spoil == Spoil.NO_NONCE) said.claim("nonce", null);
        claims.forEach(said::claim);
        return said.build();
    }

    private static String s256(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decoded(@Nullable String value) {
        return URLDecoder.decode(Objects.requireNonNull(value), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
