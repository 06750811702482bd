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
import se.vardmote.training.cast.TestPerson;
import se.vardmote.training.start.RunningTraining;
import tools.jackson.databind.json.JsonMapper;

/** Patients and relatives show an e-ID; here one of the fictional people (issue 4, B58). */
class ShowingAnEIdTests {

    private static final String START = "start.localhost";
    private static final String BACK_CHANNEL = "127.0.0.1";
    private static final String ANSWER =
            "http://localhost:" + RunningTraining.PRODUCT_PORT + "/mote/e-legitimation/svar";
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
    void without_an_e_id_the_page_with_the_people_is_shown() throws Exception {
        HttpResponse<String> asked = authorize(query(ANSWER));
        assertThat(RunningTraining.location(asked)).startsWith(training.issuer() + "/e-leg?response_type=code");
        HttpResponse<String> people = training.get(START, pathOf(RunningTraining.location(asked)));
        assertThat(people.body()).contains("Välj e-legitimation", "Tolvan Tolvansson", "Jens Prøvesen", "Provmiljö");
    }

    @Test
    void a_swedish_person_is_named_with_number_and_level() throws Exception {
        assertThat(claimsOf(codeFor("tolvan")))
                .containsEntry("aud", List.of("vardmote-visitors"))
                .containsEntry("nonce", "n-1")
                .containsEntry("name", "Tolvan Tolvansson")
                .containsEntry("birthdate", "1912-12-12")
                .containsEntry("https://id.oidc.se/claim/personalIdentityNumber", "191212121212")
                .containsEntry("acr", "http://id.elegnamnden.se/loa/1.0/loa3")
                .doesNotContainKey("employeeHsaId");
    }

    @Test
    void somebody_from_another_country_has_no_number() throws Exception {
        assertThat(claimsOf(codeFor("jens")))
                .containsEntry("name", "Jens Prøvesen")
                .containsEntry("acr", "http://id.elegnamnden.se/loa/1.0/eidas-sub")
                .containsKey("https://id.swedenconnect.se/claim/prid")
                .doesNotContainKey("https://id.oidc.se/claim/personalIdentityNumber");
    }

    @Test
    void a_card_of_staff_is_no_e_id() throws Exception {
        String card = RunningTraining.cookie(training.get(START, "/som/noor-sandgren"), CardReader.COOKIE)
                .orElseThrow();
        assertThat(RunningTraining.location(authorize(query(ANSWER), "Cookie", card)))
                .startsWith(training.issuer() + "/e-leg?");
    }

    @Test
    void an_e_id_signs_no_staff_in() throws Exception {
        String staff = query("http://sjukskoterska.localhost:" + RunningTraining.PRODUCT_PORT + "/logga-in/svar")
                .replace("client_id=vardmote-visitors", "client_id=vardmote");
        HttpResponse<String> signedIn = authorize(staff, "Cookie", cookieOf("tolvan"));
        assertThat(RunningTraining.location(signedIn)).startsWith(training.issuer() + "/kort?");
    }

    /** Their names and numbers are those of the people whom one may type. */
    @Test
    void everybody_with_a_number_has_one_that_belongs_to_nobody() {
        assertThat(TestPerson.all())
                .filteredOn(person -> person.number() != null)
                .extracting(TestPerson::number)
                .isSubsetOf("191212121212", "196101182803", "200302022389", "195009072553");
    }

    /** Through the page with the people, as somebody would. */
    private static String codeFor(String person) throws Exception {
        HttpResponse<String> authorized = authorize(query(ANSWER), "Cookie", cookieOf(person));
        String back = RunningTraining.location(authorized);
        assertThat(back).startsWith(ANSWER).contains("state=s-1");
        return back.replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private static String cookieOf(String person) throws Exception {
        String page = "/e-leg?" + query(ANSWER);
        HttpResponse<String> people = training.get(START, page);
        String formCookie = RunningTraining.cookie(people, "provmiljo-formular").orElseThrow();
        String token = people.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> chosen =
                training.post(START, page, "person=" + person + "&_csrf=" + encode(token), "Cookie", formCookie);
        assertThat(chosen.statusCode()).isEqualTo(303);
        return RunningTraining.cookie(chosen, CardReader.COOKIE).orElseThrow();
    }

    private static Map<String, Object> claimsOf(String code) throws Exception {
        HttpResponse<String> answer = token(code, VERIFIER, RunningTraining.VISITOR_SECRET);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        SignedJWT token = SignedJWT.parse((String) json(answer).get("id_token"));
        JWKSet keys = JWKSet.parse(training.get(BACK_CHANNEL, "/oauth2/jwks").body());
        assertThat(token.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        return token.getJWTClaimsSet().getClaims();
    }

    private static HttpResponse<String> token(String code, String verifier, String secret) {
        String client = Base64.getEncoder().encodeToString(("vardmote-visitors:" + secret).getBytes(UTF_8));
        String form = "grant_type=authorization_code&code=%s&redirect_uri=%s&code_verifier=%s"
                .formatted(encode(code), encode(ANSWER), encode(verifier));
        return training.post(BACK_CHANNEL, "/oauth2/token", form, "Authorization", "Basic " + client);
    }

    private static HttpResponse<String> authorize(String query, String... headers) {
        return training.get(START, "/oauth2/authorize?" + query, headers);
    }

    private static String query(String answer) throws Exception {
        return "response_type=code&client_id=vardmote-visitors&scope=openid%20profile&state=s-1&nonce=n-1&redirect_uri="
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
