package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.access.web.TestBrowser.location;
import static se.vardmote.access.web.TestBrowser.setCookie;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.access.Assurance;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.vocabulary.Profession;

/** What every request passes: our own name, the origin, the form token, the rights table (R0-1, R0-2). */
class TheDoorTests {
    private static final String CODE_PAGE = "/bedomningssamtal/kod";
    private static final String ASSISTANT = "SE2120001132-1002";
    private static TestHouse house;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        house.cast.commission(
                house.cast.staff(ASSISTANT, "Ulla Under", Profession.ASSISTANT_NURSE),
                TestCast.HOME_CARE,
                TestCast.CARE);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_page_without_a_row_does_not_exist() {
        assertThat(house.browser().get("/finns-inte").statusCode()).isEqualTo(404);
        assertThat(house.browser().get("/nekad").statusCode()).isEqualTo(404);
        assertThat(house.browser().get("/error").statusCode()).isEqualTo(404);
        assertThat(house.browser().get("/actuator/health").statusCode()).isEqualTo(404);
    }

    @Test
    void the_professionals_day_leads_a_stranger_to_the_sign_in() {
        HttpResponse<String> answer = house.browser().get("/min-dag");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/logga-in");
    }

    @Test
    void the_knock_leads_one_without_a_device_to_the_code() {
        assertThat(location(house.browser().get("/bedomningssamtal"))).isEqualTo(CODE_PAGE);
    }

    @Test
    void a_call_without_a_seat_leads_to_goodbye() {
        var browser = house.browser();
        browser.cookies.put("__Host-seat", Token.fresh().text());

        assertThat(location(browser.get("/samtal"))).startsWith("/hej-da");
    }

    @Test
    void under_a_name_that_is_not_ours_nothing_is_answered() {
        var stranger = new TestBrowser("http://evil.example:" + house.port);

        assertThat(stranger.get("/").statusCode()).isEqualTo(403);
        assertThat(stranger.get("/halsa", "Accept", "*/*").statusCode()).isEqualTo(200);
    }

    /** Whoever comes without TLS under a name that has it has gone round the proper door. */
    @Test
    void under_an_https_name_of_ours_nothing_is_answered_without_tls() {
        var tablet = new TestBrowser(house.lanOrigin());

        assertThat(tablet.get("/").statusCode()).isEqualTo(403);
        assertThat(tablet.get("/logga-in").statusCode()).isEqualTo(403);
    }

    @Test
    void a_form_is_taken_from_our_own_page() {
        HttpResponse<String> answer = house.browser().post(CODE_PAGE, Map.of("code", "AAAAAA"), CODE_PAGE);

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void a_form_without_its_token_is_not_taken() {
        var answer = house.browser().raw(CODE_PAGE, Map.of("code", "AAAAAA"), "Origin", house.origin());

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void a_form_from_another_site_is_not_taken_even_with_its_token() {
        var browser = house.browser();
        String token = formToken(browser);

        assertThat(post(browser, token, "Origin", "http://evil.example")).isEqualTo(403);
        assertThat(post(browser, token, "Origin", "null")).isEqualTo(403);
        assertThat(post(browser, token, "Origin", "http://ipad.localhost:" + house.port))
                .isEqualTo(403);
        assertThat(post(browser, token, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(post(browser, token)).isEqualTo(403);
        assertThat(post(browser, token, "Sec-Fetch-Site", "same-origin")).isEqualTo(422);
    }

    @Test
    void a_form_token_of_another_browser_is_not_taken() {
        String token = formToken(house.browser());
        var browser = house.browser();
        browser.get(CODE_PAGE);

        assertThat(post(browser, token, "Origin", house.origin())).isEqualTo(403);
    }

    @Test
    void a_socket_from_another_site_is_not_opened() throws Exception {
        assertThat(handshake("http://evil.example")).startsWith("HTTP/1.1 403");
        assertThat(handshake(null)).startsWith("HTTP/1.1 403");
    }

    @Test
    void every_answer_says_what_a_page_may_load() {
        var headers = house.browser().get("/").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .contains("connect-src 'self' ws://localhost:" + house.port)
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()", "geolocation=()");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
    }

    @Test
    void refused_answers_say_it_too() {
        var headers = house.browser()
                .raw(CODE_PAGE, Map.of(), "Origin", "http://evil.example")
                .headers();

        assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void built_files_are_kept_by_browsers_and_pages_are_not() {
        var browser = house.browser();
        String sheet = browser.get("/").body().replaceAll("(?s).*?href=\"(/assets/theme[^\"]*)\".*", "$1");

        var kept = browser.get(sheet).headers();

        assertThat(kept.firstValue("Cache-Control").orElse(""))
                .contains("immutable")
                .doesNotContain("no-store");
        assertThat(kept.allValues("Cache-Control")).hasSize(1);
        assertThat(kept.firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void the_form_tokens_cookie_is_bound_to_the_host() {
        assertThat(setCookie(house.browser().get(CODE_PAGE), "__Host-csrf"))
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void a_redirect_never_leaves_the_house() {
        var browser = house.browser();
        for (String where :
                new String[] {"/logga-in?next=//evil.example", "/logga-in?redirect_uri=http://evil.example"}) {
            assertThat(location(browser.get(where)))
                    .startsWith(house.provider.address())
                    .doesNotContain("evil");
        }
        assertThat(browser.get("//evil.example/%2e%2e").statusCode()).isIn(400, 403, 404);
    }

    @Test
    void a_program_without_a_session_is_told_so_as_a_problem() {
        var answer = house.browser().get("/min-dag/handelser", "Accept", "text/event-stream");

        assertThat(answer.statusCode()).isIn(303, 401);
    }

    @Test
    void a_part_of_a_page_without_a_session_sends_the_page_to_the_sign_in() {
        var answer = house.browser().get("/min-dag", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/logga-in");
    }

    @Test
    void a_refused_attempt_by_somebody_known_is_on_record() {
        var browser = house.browser();
        var asked = URI.create(location(browser.get("/logga-in")));
        browser.get(
                house.provider.approve(asked, ASSISTANT, Assurance.LOA3.acr()).toString());
        browser.get("/min-dag");

        assertThat(house.database
                        .owner()
                        .sql(
                                "select actor_name || ' ' || outcome || ' ' || ground from audit.event where action = 'open'")
                        .query(String.class)
                        .list())
                .contains("Ulla Under REFUSED access.not-for-you");
    }

    private static String formToken(TestBrowser browser) {
        return browser.get(CODE_PAGE).body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private static int post(TestBrowser browser, String token, String... headers) {
        return browser.raw(CODE_PAGE, Map.of("code", "AAAAAA", "_csrf", token), headers)
                .statusCode();
    }

    /** By hand: no client of Java lets an Upgrade be asked for with any Origin. */
    private static String handshake(@Nullable String origin) throws IOException {
        try (var socket = new Socket("localhost", house.port)) {
            String request = """
                    GET /socket HTTP/1.1
                    Host: localhost:%d
                    Connection: Upgrade
                    Upgrade: websocket
                    Sec-WebSocket-Version: 13
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                    %s
                    """.formatted(house.port, origin == null ? "" : "Origin: " + origin + "\n");
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
