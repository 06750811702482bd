package se.vardmote.training.idp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.training.start.RunningTraining;
import tools.jackson.databind.json.JsonMapper;

/** R0-35, R0-36: licensed staff sign in with a card; here with one of the fictional ones. */
class SigningInWithACardTests {

    private static final String START = "start.localhost";
    private static final String BACK_CHANNEL = "127.0.0.1";
    private static final String ANSWER =
            "http://sjukskoterska.localhost:" + RunningTraining.PRODUCT_PORT + "/logga-in/svar";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123";

    private static RunningTraining training;

    @BeforeAll
    static void start() throws IOException {
        training = RunningTraining.start();
    }

    @AfterAll
    static void stop() throws IOException {
        training.close();
    }

    @Test
    void without_a_card_in_the_reader_the_page_with_the_cards_is_shown() throws Exception {
        HttpResponse<String> asked = authorize(query(ANSWER));
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(RunningTraining.location(asked)).startsWith(training.issuer() + "/kort?response_type=code");

        HttpResponse<String> cards = training.get(START, pathOf(RunningTraining.location(asked)));
        assertThat(cards.statusCode()).isEqualTo(200);
        assertThat(cards.body()).contains("Välj kort", "Noor Sandgren", "Provmiljö");
    }

    @Test
    void choosing_a_card_signs_its_holder_in() throws Exception {
        Map<String, Object> claims = claimsOf(codeFor("noor-sandgren"));
        assertThat(claims)
                .containsEntry("iss", training.issuer())
                .containsEntry("aud", List.of("vardmote"))
                .containsEntry("nonce", "n-1")
                .containsEntry("sub", "TSTNMT2321000156-S01")
                .containsEntry("employeeHsaId", "TSTNMT2321000156-S01")
                .containsEntry("given_name", "Noor")
                .containsEntry("family_name", "Sandgren")
                .containsEntry("name", "Noor Sandgren")
                .containsEntry("acr", "http://id.sambi.se/loa/loa3")
                .containsEntry("amr", List.of("sc", "pin"));
    }

    @Test
    void a_borrowed_card_states_its_lower_assurance() throws Exception {
        assertThat(claimsOf(codeFor("lo-strale"))).containsEntry("acr", "http://id.sambi.se/loa/loa2");
    }

    /** Who has no card is known by their number as an employee, and is nobody to health care. */
    @Test
    void an_account_of_the_municipality_states_the_number_and_no_HSA_id() throws Exception {
        HttpResponse<String> opened = training.get(START, "/som/vera-almqvist");
        String account = RunningTraining.cookie(opened, CardReader.COOKIE).orElseThrow();
        String answers = ANSWER.replace("/logga-in/svar", "/logga-in/konto/vellinge/svar");
        String asked = query(answers).replace("client_id=vardmote&", "client_id=vardmote-konto&");
        String code =
                RunningTraining.location(authorize(asked, "Cookie", account)).replaceAll(".*[?&]code=([^&]+).*", "$1");
        Map<String, Object> claims =
                claims(token("vardmote-konto", answers, code, VERIFIER, RunningTraining.ACCOUNT_SECRET));
        assertThat(claims)
                .containsEntry("employeeNumber", "4101")
                .containsEntry("acr", "http://id.sambi.se/loa/loa2")
                .doesNotContainKey("employeeHsaId");
    }

    @Test
    void the_page_of_accounts_shows_no_cards() throws Exception {
        String asked = query(ANSWER.replace("/logga-in/svar", "/logga-in/konto/vellinge/svar"))
                .replace("client_id=vardmote&", "client_id=vardmote-konto&");
        HttpResponse<String> accounts = training.get(START, pathOf(RunningTraining.location(authorize(asked))));
        assertThat(accounts.body()).contains("Välj konto", "Vera Almqvist").doesNotContain("Noor Sandgren");
    }

    @Test
    void the_card_is_in_the_reader_for_one_sign_in_only() throws Exception {
        HttpResponse<String> opened = training.get(START, "/som/noor-sandgren");
        String card = RunningTraining.cookie(opened, CardReader.COOKIE).orElseThrow();
        HttpResponse<String> first = authorize(query(ANSWER), "Cookie", card);
        assertThat(RunningTraining.location(first)).startsWith(ANSWER + "?code=");
        HttpResponse<String> second = authorize(query(ANSWER), "Cookie", card);
        assertThat(RunningTraining.location(second)).startsWith(training.issuer() + "/kort?");
    }

    @Test
    void an_address_that_is_not_the_products_is_refused_with_a_page() throws Exception {
        HttpResponse<String> refused =
                authorize(query("http://sjukskoterska.localhost:1/logga-in/svar"), "Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Location")).isEmpty();
        assertThat(refused.body()).contains("Det gick inte");
    }

    @Test
    void a_request_without_PKCE_is_refused() throws Exception {
        HttpResponse<String> refused = authorize(query(ANSWER).replaceAll("&code_challenge.*", ""));
        assertThat(RunningTraining.location(refused)).startsWith(ANSWER + "?error=invalid_request");
    }

    @Test
    void a_code_with_the_wrong_verifier_is_worth_nothing() throws Exception {
        String code = codeFor("noor-sandgren");
        assertThat(token(code, VERIFIER + "x", RunningTraining.CLIENT_SECRET).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_code_is_exchanged_only_by_the_client_that_knows_the_secret() throws Exception {
        String code = codeFor("noor-sandgren");
        assertThat(token(code, VERIFIER, "guess").statusCode()).isEqualTo(401);
    }

    @Test
    void a_code_is_exchanged_once() throws Exception {
        String code = codeFor("noor-sandgren");
        assertThat(token(code, VERIFIER, RunningTraining.CLIENT_SECRET).statusCode())
                .isEqualTo(200);
        assertThat(token(code, VERIFIER, RunningTraining.CLIENT_SECRET).statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_provider_describes_itself_with_the_issuers_address_on_both_channels() {
        for (String host : List.of(START, BACK_CHANNEL)) {
            HttpResponse<String> described = training.get(host, "/.well-known/openid-configuration");
            assertThat(described.statusCode()).isEqualTo(200);
            assertThat(json(described))
                    .containsEntry("issuer", training.issuer())
                    .containsEntry("authorization_endpoint", training.issuer() + "/oauth2/authorize")
                    .containsEntry("token_endpoint", training.issuer() + "/oauth2/token")
                    .containsEntry("jwks_uri", training.issuer() + "/oauth2/jwks");
        }
    }

    @Test
    void a_card_is_not_taken_from_a_form_on_another_page() throws Exception {
        HttpResponse<String> forged = training.post(START, "/kort?" + query(ANSWER), "kort=noor-sandgren");
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    /** Through the page with the cards, as a person would. */
    private static String codeFor(String card) throws Exception {
        String page = "/kort?" + query(ANSWER);
        HttpResponse<String> cards = training.get(START, page);
        String formCookie = RunningTraining.cookie(cards, "provmiljo-formular").orElseThrow();
        String token = cards.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> chosen =
                training.post(START, page, "kort=" + card + "&_csrf=" + encode(token), "Cookie", formCookie);
        assertThat(chosen.statusCode()).isEqualTo(303);
        String cardCookie = RunningTraining.cookie(chosen, CardReader.COOKIE).orElseThrow();
        HttpResponse<String> authorized =
                training.get(START, pathOf(RunningTraining.location(chosen)), "Cookie", cardCookie);
        String back = RunningTraining.location(authorized);
        assertThat(back).startsWith(ANSWER).contains("state=s-1");
        return back.replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private static Map<String, Object> claimsOf(String code) throws Exception {
        return claims(token(code, VERIFIER, RunningTraining.CLIENT_SECRET));
    }

    private static Map<String, Object> claims(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        SignedJWT token = SignedJWT.parse((String) json(answer).get("id_token"));
        JWKSet keys = JWKSet.parse(training.get(BACK_CHANNEL, "/oauth2/jwks").body());
        assertThat(token.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        return token.getJWTClaimsSet().getClaims();
    }

    private static HttpResponse<String> token(String code, String verifier, String secret) {
        return token("vardmote", ANSWER, code, verifier, secret);
    }

    private static HttpResponse<String> token(
            String name, String answers, String code, String verifier, String secret) {
        String client = Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(UTF_8));
        String form = "grant_type=authorization_code&code=%s&redirect_uri=%s&code_verifier=%s"
                .formatted(encode(code), encode(answers), encode(verifier));
        return training.post(BACK_CHANNEL, "/oauth2/token", form, "Authorization", "Basic " + client);
    }

    private static HttpResponse<String> authorize(String query, String... headers) {
        return training.get(START, "/oauth2/authorize?" + query, headers);
    }

    private static String query(String answer) throws Exception {
        return "response_type=code&client_id=vardmote&scope=openid%20profile&state=s-1&nonce=n-1&redirect_uri="
                + encode(answer) + "&code_challenge_method=S256&code_challenge=" + challenge();
    }

    private static String challenge() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static String pathOf(String url) {
        return url.substring(training.issuer().length());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(HttpResponse<String> answer) {
        return JsonMapper.shared().readValue(answer.body(), Map.class);
    }
}
