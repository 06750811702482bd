package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.access.web.TestBrowser.location;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.organisation.Assignment;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/**
 * That a sign-in service which nobody here has written gets along with ours: a municipality's Keycloak, through its own page
 * with name and password, over HTTP.
 */
@Tag("thorough")
class SigningInThroughKeycloakTests {
    private static final String SECRET = "Xk7-q2vN-0pLz-84Rt-ceWm-yB9s";
    private static final String PASSWORD = "en-lang-losenfras-for-Vera";
    private static final Pattern ACTION = Pattern.compile("id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static KeycloakServer keycloak;
    private static TestHouse house;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        keycloak = new KeycloakServer("vellinge", REALM);
        String issuer = keycloak.issuer("vellinge");
        String name = "vardmote.accounts.providers.vellinge.";
        house = new TestHouse(
                name + "label=Vellinge kommun",
                name + "care-provider=SE2120001132-V001",
                name + "issuer=" + issuer,
                name + "authorization-uri=" + issuer + "/protocol/openid-connect/auth",
                name + "token-uri=" + issuer + "/protocol/openid-connect/token",
                name + "jwk-set-uri=" + issuer + "/protocol/openid-connect/certs",
                name + "client-id=vardmote",
                name + "client-secret=" + SECRET,
                name + "claim=preferred_username",
                name + "levels=http://id.sambi.se/loa/loa2");
        TestCast cast = house.cast;
        StaffId vera = cast.staff("SE2120001132-2001", "Vera Almqvist", Profession.CARE_ASSISTANT);
        cast.account(vera, TestCast.VELLINGE, "vera.almqvist");
        cast.assignment(vera, TestCast.HOME_CARE, Assignment.Kind.PLANNER);
    }

    @AfterAll
    static void close() throws IOException {
        try {
            if (house != null) house.close();
        } finally {
            if (keycloak != null) keycloak.close();
        }
    }

    @Test
    void name_and_password_at_the_municipality_lead_to_the_assignment() {
        var browser = house.browser();
        HttpResponse<String> answer = atKeycloak(browser, "vera.almqvist", PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);

        assertThat(location(browser.get(location(answer)))).isEqualTo("/");
        assertThat(browser.get("/").body()).contains("Vera Almqvist", "Planerare", "Kommunens konto");
    }

    @Test
    void somebody_whom_the_municipality_knows_and_the_register_does_not_is_told_what_to_do() {
        var browser = house.browser();
        HttpResponse<String> answer = atKeycloak(browser, "otto.ekberg", PASSWORD);

        HttpResponse<String> refused = browser.get(location(answer));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Kontot är inte kopplat till någon här");
    }

    @Test
    void a_wrong_password_does_not_come_back_to_us() {
        HttpResponse<String> answer = atKeycloak(house.browser(), "vera.almqvist", "fel");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("kc-form-login");
    }

    /** On a shared computer the next person does not come in as the one before. */
    @Test
    void whoever_is_still_signed_in_there_is_asked_anew() {
        var there = new TestBrowser(keycloak.origin());
        var first = house.browser();
        first.get(location(answered(there, asked(first), "vera.almqvist", PASSWORD)));

        HttpResponse<String> again = there.get(asked(house.browser()).toString());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("kc-form-login");
    }

    private static HttpResponse<String> atKeycloak(TestBrowser browser, String name, String password) {
        return answered(new TestBrowser(keycloak.origin()), asked(browser), name, password);
    }

    private static URI asked(TestBrowser browser) {
        return URI.create(location(browser.get("/logga-in/konto/vellinge")));
    }

    private static HttpResponse<String> answered(TestBrowser there, URI asked, String name, String password) {
        HttpResponse<String> page = there.get(asked.toString());
        var form = ACTION.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        String action = form.group(1).replace("&amp;", "&");
        return there.raw(
                action,
                Map.of("username", name, "password", password, "credentialId", ""),
                "Origin",
                keycloak.origin());
    }

    private static final String REALM =
            """
            {
              "realm": "vellinge",
              "enabled": true,
              "sslRequired": "none",
              "clients": [{
                "clientId": "vardmote",
                "enabled": true,
                "protocol": "openid-connect",
                "publicClient": false,
                "clientAuthenticatorType": "client-secret",
                "secret": "%1$s",
                "standardFlowEnabled": true,
                "directAccessGrantsEnabled": false,
                "redirectUris": ["http://localhost/*", "http://localhost:*"],
                "attributes": {
                  "pkce.code.challenge.method": "S256",
                  "acr.loa.map": "{\\"http://id.sambi.se/loa/loa2\\":\\"1\\"}"
                }
              }],
              "users": [%2$s, %3$s]
            }
            """.formatted(SECRET, user("vera.almqvist", "Vera", "Almqvist"), user("otto.ekberg", "Otto", "Ekberg"));

    private static String user(String name, String given, String family) {
        return """
                {
                  "username": "%1$s",
                  "enabled": true,
                  "emailVerified": true,
                  "email": "%1$s@vellinge.example",
                  "firstName": "%2$s",
                  "lastName": "%3$s",
                  "credentials": [{ "type": "password", "value": "%4$s", "temporary": false }]
                }""".formatted(name, given, family, PASSWORD);
    }
}
