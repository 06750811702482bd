package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.vardmote.access.rights.Grantee;
import se.vardmote.access.rights.RightsTable;
import se.vardmote.access.web.TestActors.Kind;

/**
 * The readable table is the test: each row is tried by every kind of person over HTTP, and lets in whom it names and
 * nobody else. (R0-1, R0-2; patientdatalagen 4:2.)
 */
class EveryActorAtEveryDoorTests {
    /** What the door says, as a page or as a problem; what a controller says about its own things is another matter. */
    private static final Set<String> NOT_LET_IN = Set.of(
            "access/sign-in-needed",
            "access/not-for-you",
            "access/device-or-code-needed",
            "access/link-needed",
            "access/seat-needed");

    private static final Pattern SLUG = Pattern.compile("\"slug\":\"([^\"]+)\"");
    private static final String ENDING_ALL = "POST /inloggningar/avsluta-alla";
    /** They end what the browser is. */
    private static final Set<String> ENDING = Set.of(
            "POST /logga-ut",
            "POST /byt-person",
            "POST /mote/utan",
            "POST /inloggningar/{session}/avsluta",
            ENDING_ALL);

    private static final RightsTable TABLE = RightsTable.ofTheProduct();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static TestHouse house;
    private static TestActors actors;

    @BeforeAll
    static void open() {
        house = TestHouse.withAccounts();
        actors = new TestActors(house);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whom_the_row_names_is_let_in_and_nobody_else(Kind kind) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (RightsTable.Route row : TABLE.routes()) {
            boolean named = row.who().stream().map(Grantee::word).anyMatch(kind.words()::contains);
            boolean letIn = letIn(kind, row);
            if (named != letIn) wrong.add(row + (letIn ? " lets in " : " refuses ") + kind);
        }
        assertThat(wrong).isEmpty();
    }

    /** A word that no person of this test has would never be tried. */
    @Test
    void every_word_of_the_table_means_somebody_here() {
        Set<String> words =
                Stream.of(Kind.values()).flatMap(kind -> kind.words().stream()).collect(Collectors.toSet());
        assertThat(Arrays.stream(Grantee.values())
                        .filter(grantee -> grantee != Grantee.NOBODY)
                        .map(Grantee::word))
                .allMatch(words::contains);
    }

    /** Over the socket that is open, each type once. That others cannot open it is the row of the socket itself. */
    @Test
    void a_seat_sends_what_the_table_grants_it_and_nothing_else() {
        Kind kind = Kind.WHO_WAITS;
        TestBrowser browser = actors.fresh(kind);
        List<String> refused = TABLE.messageTypes().stream()
                .filter(type -> !type.equals("join") && !type.equals("leave"))
                .filter(type -> isRefused(browser, type))
                .sorted()
                .toList();
        List<String> others = TABLE.messages().entrySet().stream()
                .filter(row -> row.getValue().stream().map(Grantee::word).noneMatch(kind.words()::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        assertThat(refused).isEqualTo(others);
    }

    private static boolean letIn(Kind kind, RightsTable.Route row) throws IOException, InterruptedException {
        TestBrowser browser = ENDING.contains(row.toString()) ? actors.fresh(kind) : actors.like(kind);
        String path = row.pattern()
                .getPatternString()
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString())
                .replace("/**", "/x");
        HttpResponse<InputStream> answer = ask(browser, row.method(), path);
        if (row.toString().equals(ENDING_ALL)) actors.forget(kind);
        try (InputStream body = answer.body()) {
            int status = answer.statusCode();
            if (row.who().equals(Set.of(Grantee.NOBODY))) return status != 404;
            // A stream of events goes on until somebody leaves.
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) return true;
            var slug = SLUG.matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            return !slug.find() || !NOT_LET_IN.contains(slug.group(1));
        }
    }

    private static HttpResponse<InputStream> ask(TestBrowser browser, String method, String path)
            throws IOException, InterruptedException {
        String form = "";
        if (method.equals("POST")) {
            String page = browser.get("/fungerar-inte").body();
            String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            form = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        }
        var request = HttpRequest.newBuilder(URI.create(house.origin() + path))
                .header("Accept", "application/json, */*;q=0.1")
                .header("Origin", house.origin())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(form));
        if (!browser.cookies.isEmpty()) request.header("Cookie", cookies(browser));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String cookies(TestBrowser browser) {
        return browser.cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static boolean isRefused(TestBrowser browser, String type) {
        TestSocket page = TestSocket.join(house, browser, "/samtal/biljett");
        page.says("{\"type\":\"" + type + "\"}");
        page.says("{\"type\":\"beat\"}");
        page.awaits("{\"type\":\"beat\"}");
        page.abort();
        return page.heard.stream().anyMatch(message -> message.contains("access/may-not-send"));
    }
}
