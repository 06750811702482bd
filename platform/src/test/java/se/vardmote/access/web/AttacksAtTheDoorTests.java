package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.vardmote.access.Assurance;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.access.rights.RightsTable;
import se.vardmote.vocabulary.Profession;

/** What somebody tries who has read a book about it: fixed sessions, frames, forged forms, redirects, odd files. */
class AttacksAtTheDoorTests {
    private static final String NURSE = "SE2120001132-1001";
    private static final RightsTable TABLE = RightsTable.ofTheProduct();
    private static TestHouse house;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        house.cast.commission(
                house.cast.staff(NURSE, "Noor Sandgren", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** Session fixation: a value that the attacker knows is planted before the victim signs in. */
    @Test
    void a_session_cookie_that_was_planted_is_not_the_session_afterwards_and_opens_nothing() {
        String planted = Token.fresh().text();
        TestBrowser victim = house.browser();
        victim.cookies.put("__Host-session", planted);
        var asked = URI.create(TestBrowser.location(victim.get("/logga-in")));
        victim.get(house.provider.approve(asked, NURSE, Assurance.LOA3.acr()).toString());

        assertThat(victim.get("/min-dag").statusCode()).isEqualTo(200);
        assertThat(victim.cookie("__Host-session")).isNotEqualTo(planted);
        TestBrowser attacker = house.browser();
        attacker.cookies.put("__Host-session", planted);
        assertThat(attacker.get("/min-dag").statusCode()).isEqualTo(303);
    }

    @Test
    void a_seat_or_invitation_that_was_made_up_opens_nothing() {
        for (String cookie : List.of("__Host-seat", "__Host-invitation", "__Host-device")) {
            TestBrowser attacker = house.browser();
            attacker.cookies.put(cookie, Token.fresh().text());
            assertThat(attacker.get("/bedomningssamtal").statusCode())
                    .as(cookie)
                    .isEqualTo(303);
            assertThat(attacker.get("/samtal").statusCode()).as(cookie).isEqualTo(303);
        }
    }

    /** Clickjacking, sniffing, leaking: every page there is, let in or refused. */
    @Test
    void no_answer_can_be_framed_sniffed_kept_or_told_to_another_site() {
        List<String> wrong = new ArrayList<>();
        for (String path : paths("GET")) {
            if (path.equals("/min-dag/handelser")) continue;
            var answer = house.browser().get(path);
            var headers = answer.headers();
            boolean kept =
                    headers.firstValue("Cache-Control").orElse("").contains("no-store") || path.startsWith("/assets/");
            String policy = headers.firstValue("Content-Security-Policy").orElse("");
            if (!policy.contains("frame-ancestors 'none'") || policy.contains("unsafe")) wrong.add(path + " policy");
            if (!headers.firstValue("X-Frame-Options").orElse("").equals("DENY")) wrong.add(path + " frame");
            if (!headers.firstValue("X-Content-Type-Options").orElse("").equals("nosniff")) wrong.add(path + " sniff");
            if (!headers.firstValue("Referrer-Policy").orElse("").equals("same-origin")) wrong.add(path + " referrer");
            if (!kept) wrong.add(path + " kept");
        }
        assertThat(wrong).isEmpty();
    }

    /** Cross-site request forgery: no form is taken without its token, nor from elsewhere with it. */
    @Test
    void no_form_of_any_page_is_taken_without_its_token() {
        TestBrowser nurse = house.signedIn(NURSE);
        List<String> taken = paths("POST").stream()
                .filter(path -> nurse.raw(path, Map.of("x", "y"), "Origin", house.origin())
                                .statusCode()
                        != 403)
                .toList();
        assertThat(taken).isEmpty();
        assertThat(nurse.get("/min-dag").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void no_form_of_any_page_is_taken_from_another_site() {
        TestBrowser nurse = house.signedIn(NURSE);
        String token = nurse.get("/fungerar-inte").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        List<String> taken = paths("POST").stream()
                .filter(path -> nurse.raw(path, Map.of("_csrf", token), "Origin", "https://evil.example")
                                .statusCode()
                        != 403)
                .toList();
        assertThat(taken).isEmpty();
    }

    /** Open redirects: whatever is put into the usual parameters, one stays in the house. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/\\evil.example",
                "%2f%2fevil.example",
                "javascript:alert(1)"
            })
    void no_page_sends_anybody_out_of_the_house(String to) {
        List<String> out = new ArrayList<>();
        for (String path : paths("GET")) {
            // The ways to the identity provider lead out, to the address that is configured; a stream goes on.
            if (List.of("/logga-in", "/logga-in/tjanst", "/min-dag/handelser").contains(path)) continue;
            String query = Stream.of("next", "url", "to", "return", "redirect", "sprak", "kind", "cause", "notice")
                    .map(name -> name + "=" + java.net.URLEncoder.encode(to, StandardCharsets.UTF_8))
                    .reduce((one, other) -> one + "&" + other)
                    .orElseThrow();
            String location = TestBrowser.location(house.browser().get(path + "?" + query));
            boolean ours = location.isEmpty()
                    || location.startsWith("/") && !location.startsWith("//") && !location.startsWith("/\\")
                    || location.startsWith(house.origin() + "/");
            if (!ours) out.add(path + " → " + location);
        }
        assertThat(out).isEmpty();
    }

    /** Header injection: a line break in an address ends up in no header. */
    @Test
    void a_line_break_in_an_address_becomes_no_header() {
        for (String path :
                List.of("/hej-da?slut=%0d%0aSet-Cookie:%20a=b", "/%0d%0aSet-Cookie:%20a=b", "/?sprak=%0aX:%20y")) {
            HttpResponse<String> answer = house.browser().get(path);
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a="));
            assertThat(answer.headers().firstValue("X")).isEmpty();
        }
    }

    @Test
    void what_is_typed_comes_back_as_text() {
        var answer = house.browser()
                .post("/bedomningssamtal/kod", Map.of("code", "\"><script>alert(1)</script>"), "/bedomningssamtal/kod");
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    /** Uploads: a picture is the only file that anybody sends, and only from a seat. */
    @ParameterizedTest
    @ValueSource(
            strings = {"<svg onload=\"alert(1)\"/>", "<html><script>alert(1)</script></html>", "GIF89a", "%PDF-1.7"})
    void a_file_without_a_seat_or_that_is_no_picture_is_not_kept(String file) {
        var answer = house.browser().bytes("/samtal/bild", file.getBytes(StandardCharsets.UTF_8), "/fungerar-inte");
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(house.database
                        .owner()
                        .sql("select count(*) from meetings.picture")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void methods_that_no_page_has_are_refused() {
        for (String method : List.of("PUT", "DELETE", "TRACE", "PATCH"))
            assertThat(EveryMethod.status(house, method)).as(method).isBetween(400, 499);
    }

    private static List<String> paths(String method) {
        return TABLE.routes().stream()
                .filter(row -> row.method().equals(method))
                .map(row -> row.pattern()
                        .getPatternString()
                        .replaceAll("\\{[^}]+}", UUID.randomUUID().toString())
                        .replace("/**", "/x"))
                .toList();
    }

    private static final class EveryMethod {
        static int status(TestHouse house, String method) {
            try (var http = java.net.http.HttpClient.newHttpClient()) {
                var request = java.net.http.HttpRequest.newBuilder(URI.create(house.origin() + "/hej-da"))
                        .method(method, java.net.http.HttpRequest.BodyPublishers.noBody())
                        .build();
                return http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (java.io.IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
