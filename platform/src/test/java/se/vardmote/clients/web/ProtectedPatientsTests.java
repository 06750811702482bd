package se.vardmote.clients.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.web.TestCalls;
import se.vardmote.organisation.register.People;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/**
 * R0-53, sweden.md 1.7: set by any staff from the patient's page, taken away by two; from then on no list, calendar, message, note,
 * review, extract or log line shows name or number.
 */
class ProtectedPatientsTests {
    private static final String TOLVAN = "19121212-1212";
    private static final String SARA = "SE2120001132-1001";
    private static final String SIV = "SE2120001132-1002";
    private static final String HILDA = "SE2120001132-1003";
    private static final String ADMIN = "SE2120001132-1009";
    private final TestHouse house = TestHouse.anew();
    private final TestCalls calls = new TestCalls(house);
    private final StaffId sara = house.cast.staff(SARA, "Sara Sjuk", Profession.NURSE);
    private DropIn past;
    private TestBrowser browser;
    private String page = "";

    @BeforeEach
    void somebody_known_at_the_nurses() {
        house.cast.commission(sara, TestCast.NURSES, TestCast.CARE);
        house.cast.heads(sara, TestCast.NURSES);
        house.cast.commission(house.cast.staff(SIV, "Siv Andersson", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
        house.cast.commission(
                house.cast.staff(HILDA, "Hilda Hem", Profession.NURSE), TestCast.HOME_CARE, TestCast.CARE);
        house.cast.administers(house.cast.staff(ADMIN, "Adam Admin", Profession.ADMINISTRATOR), TestCast.VELLINGE);
        past = calls.documented("Tolvan Tolvansson", TOLVAN, sara, "Sårvård varje dag");
        browser = house.signedIn(SARA);
        page = "/patient/" + past.client() + "/skydd";
    }

    @Test
    void from_the_patients_page_anybody_with_a_relation_hides_them_and_every_page_follows_at_once() {
        calls.knocks("Tolvan Tolvansson", TOLVAN);
        assertThat(browser.get("/min-dag").body()).contains("Tolvan Tolvansson");
        assertThat(browser.get("/historik?person=" + past.client()).body()).contains(page);

        assertThat(post(browser, Map.of("what", "skydda"))).endsWith("hande=protected");

        for (String path : List.of(
                "/min-dag",
                "/historik?person=" + past.client(),
                "/historik/" + past.id(),
                "/planerade",
                page,
                note(),
                note() + "/kontakten"))
            assertThat(browser.get(path).body()).as(path).doesNotContain("Tolvan", "1212-1212", "191212121212");
        assertThat(browser.get("/min-dag").body()).contains("Skyddad uppgift");
        assertThat(browser.get(note() + "/text").body())
                .contains("Skyddad uppgift")
                .doesNotContain("Tolvan");
    }

    @Test
    void it_takes_two_to_take_it_away_with_a_reason_and_both_are_told() {
        post(browser, Map.of("what", "skydda"));
        HttpResponse<String> wordless = browser.post(page, Map.of("what", "be-om", "why", " "), page);
        assertThat(wordless.statusCode()).isEqualTo(422);
        assertThat(wordless.body()).contains("Skriv varför skyddet ska tas bort.");
        assertThat(post(browser, Map.of("what", "be-om", "why", "Beslutet har upphört")))
                .endsWith("hande=asked");
        assertThat(post(browser, Map.of("what", "bekrafta"))).endsWith("hande=takes-two");
        TestBrowser siv = house.signedIn(SIV);
        assertThat(siv.get(page).body())
                .contains("Sara Sjuk har begärt", "Beslutet har upphört", "Skyddad uppgift")
                .doesNotContain("Tolvan");
        assertThat(post(siv, Map.of("what", "bekrafta"))).endsWith("hande=unprotected");
        assertThat(siv.get(page).body())
                .contains("Tolvan Tolvansson", "Sara Sjuk begärde, Siv Andersson bekräftade", "Beslutet har upphört");
        assertThat(recorded())
                .containsSubsequence(
                        "protect ALLOWED", "ask-to-unprotect ALLOWED", "unprotect REFUSED", "unprotect ALLOWED");
    }

    @Test
    void what_was_asked_a_week_ago_is_asked_anew() {
        post(browser, Map.of("what", "skydda"));
        post(browser, Map.of("what", "be-om", "why", "Beslutet har upphört"));
        house.clock().pass(Duration.ofDays(7).plusMinutes(1));
        TestBrowser siv = house.signedIn(SIV);
        assertThat(post(siv, Map.of("what", "bekrafta"))).endsWith("hande=takes-two");
        assertThat(siv.get(page).body()).contains("Begär att skyddet tas bort");
    }

    @Test
    void who_has_no_relation_neither_sees_nor_changes_it_and_the_attempt_is_on_record() {
        TestBrowser hilda = house.signedIn(HILDA);
        assertThat(hilda.get(page).statusCode()).isEqualTo(403);
        assertThat(hilda.post(page, Map.of("what", "skydda"), "/historik").statusCode())
                .isEqualTo(403);
        assertThat(browser.get(page).body()).contains("Tolvan Tolvansson");
        assertThat(house.database
                        .owner()
                        .sql("select count(*) from audit.event where object_type = 'patient' and outcome = 'REFUSED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void an_administrators_file_hides_them_and_a_file_that_says_no_changes_nothing() {
        TestBrowser admin = house.signedIn(ADMIN);
        readIn(admin, "ja");
        assertThat(browser.get("/historik?person=" + past.client()).body())
                .contains("Skyddad uppgift")
                .doesNotContain("Tolvan");
        assertThat(browser.get(page).body()).contains("Lästes in från en fil");
        String report = send(admin, "nej");
        assertThat(admin.get(report).body()).contains("Skyddet står kvar").doesNotContain("1212-1212");
        assertThat(browser.get(page).body()).contains("Namn och nummer är dolda");
    }

    /** Nothing of a protected person, patient or staff, nor of anybody, stands in what the product writes to its log. */
    @Test
    void no_line_of_the_log_names_them_whatever_is_done() {
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var own = (Logger) LoggerFactory.getLogger("se.vardmote");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        root.addAppender(lines);
        own.setLevel(Level.DEBUG);
        try {
            house.context().getBean(People.class).protect(sara);
            readIn(house.signedIn(ADMIN), "ja");
            calls.admitted(calls.of(calls.knocks("Tolvan Tolvansson", TOLVAN)), sara);
            browser.post("/historik/person", Map.of("identity", TOLVAN), "/historik");
            browser.get("/vantande/" + past.id() + "/uppgifter");
            browser.get(note() + "/uppgifter");
            browser.get("/finns-inte/" + TOLVAN);
            browser.raw("/historik/person", Map.of("identity", TOLVAN));
            house.signedIn(HILDA).post("/historik/person", Map.of("identity", TOLVAN), "/historik");
            browser.post("/loggutdrag", Map.of("identity", TOLVAN, "ground", "PATIENT"), "/loggutdrag");
            post(browser, Map.of("what", "be-om", "why", "Tolvan Tolvansson, " + TOLVAN));
            own.debug("the end");
        } finally {
            own.setLevel(null);
            root.detachAppender(lines);
        }
        List<String> said = List.copyOf(lines.list).stream()
                .map(line -> line.getFormattedMessage() + line.getMDCPropertyMap())
                .toList();
        assertThat(said).as("that it listens").anyMatch(line -> line.startsWith("the end"));
        assertThat(said).noneMatch(line -> Stream.of("Tolvan", "1212-1212", "191212121212", "Sara Sjuk")
                .anyMatch(line::contains));
    }

    private String note() {
        return "/anteckning/"
                + house.database
                        .owner()
                        .sql("select id from journal.duty where client_id = ? order by opened_at limit 1")
                        .param(past.client().value())
                        .query(String.class)
                        .single();
    }

    private String post(TestBrowser who, Map<String, String> form) {
        return TestBrowser.location(who.post(page, form, page));
    }

    private static String send(TestBrowser admin, String mark) {
        byte[] file = ("Personnummer;Skyddade personuppgifter\n" + TOLVAN + ";" + mark + "\n")
                .getBytes(StandardCharsets.UTF_8);
        String answer = admin.bytes("/admin/organisation/import?slag=PATIENTS", file, "/admin/organisation/import")
                .body();
        return answer.replaceAll(".*\"(/admin/organisation/import/[0-9a-f-]{36})\".*", "$1");
    }

    private static void readIn(TestBrowser admin, String mark) {
        String report = send(admin, mark);
        String plan = admin.get(report).body().replaceAll("(?s).*name=\"plan\" value=\"([^\"]+)\".*", "$1");
        assertThat(admin.post(report + "/las-in", Map.of("plan", plan), report).statusCode())
                .isEqualTo(303);
    }

    private List<String> recorded() {
        return house.database
                .owner()
                .sql("select action || ' ' || outcome from audit.event where object_type = 'protection' order by id")
                .query(String.class)
                .list();
    }
}
