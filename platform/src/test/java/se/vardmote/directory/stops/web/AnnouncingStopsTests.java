package se.vardmote.directory.stops.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.access.DropInCodes;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.organisation.stops.PlannedStops;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** Planned stops are told ahead and while they go on, on every page of those whom they reach, and end by themselves. */
class AnnouncingStopsTests {
    private static final String PAGE = "/admin/organisation/planerade-stopp";
    private static final String TEXT = "Videosamtal går inte att starta. Ring 040-628 04 01.";
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    /** Whoever is signed in stays so while hours pass. */
    private static final TestHouse house = new TestHouse("vardmote.sign-in.idle-timeout=13h");

    private static TestBrowser administrator;
    private static TestBrowser nurse;
    private static TestBrowser stranger;
    private static TestBrowser neighbour;
    private static TestBrowser tablet;
    private static TestBrowser south;

    @BeforeAll
    static void open() {
        StaffId adam = house.cast.staff("SE2120001132-1003", "Adam Admin", Profession.ADMINISTRATOR);
        house.cast.administers(adam, TestCast.VELLINGE);
        house.cast.commission(
                house.cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
        house.cast.commission(
                house.cast.staff("SE2120001199-1001", "Tom Trelleborg", Profession.NURSE),
                TestCast.ELSEWHERE,
                TestCast.CARE);
        administrator = house.signedIn("SE2120001132-1003");
        nurse = house.signedIn("SE2120001132-1001");
        neighbour = house.signedIn("SE2120001199-1001");
        CareUnitId team = house.cast.unit("Team söder", "SE2120001132-E041", TestCast.NURSES);
        house.cast.commission(
                house.cast.staff("SE2120001132-1031", "Stina Söder", Profession.NURSE), team, TestCast.CARE);
        south = house.signedIn("SE2120001132-1031");
        stranger = house.browser();
        tablet = tablet();
    }

    @AfterEach
    void nothingIsPlanned() {
        house.database.owner().sql("delete from organisation.planned_stop").update();
        house.clock().pass(Duration.ofMinutes(2));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_stop_is_told_ahead_then_as_going_on_and_then_no_longer_to_staff_and_devices_of_the_care_provider_alone() {
        assertThat(TestBrowser.location(announce(Map.of()))).endsWith("?notice=kept");
        for (TestBrowser reader : List.of(administrator, nurse, tablet))
            assertThat(reader.get("/").body()).contains("Planerat stopp", TEXT).doesNotContain("Stopp pågår");
        for (TestBrowser other : List.of(stranger, neighbour))
            assertThat(other.get("/").body()).doesNotContain(TEXT);

        house.clock().pass(Duration.ofMinutes(61));
        assertThat(tablet.get("/").body()).contains("Stopp pågår till", TEXT);
        assertThat(tablet.get("/driftmeddelande").body())
                .contains("Stopp pågår till", TEXT)
                .doesNotContain("<html");

        house.clock().pass(Duration.ofMinutes(60));
        assertThat(tablet.get("/").body()).doesNotContain(TEXT);
        assertThat(tablet.get("/driftmeddelande").body()).doesNotContain(TEXT);
    }

    @Test
    void who_has_a_code_and_no_device_is_told_too() {
        announce(Map.of());
        String code = house.context()
                .getBean(DropInCodes.class)
                .issue(TestCast.nurse())
                .code();
        TestBrowser visitor = house.browser();
        visitor.post("/bedomningssamtal/kod", Map.of("code", code), "/bedomningssamtal/kod");
        assertThat(visitor.get("/bedomningssamtal").body()).contains(TEXT);
    }

    @Test
    void a_stop_of_some_units_reaches_them_and_their_parts_only() {
        announce(Map.of("unit", TestCast.NURSES.toString()));
        assertThat(nurse.get("/").body()).contains(TEXT);
        assertThat(south.get("/").body()).as("a part of the unit").contains(TEXT);
        assertThat(tablet.get("/").body()).as("another unit").doesNotContain(TEXT);
        assertThat(administrator.get("/").body()).as("whoever administers").contains(TEXT);
    }

    @Test
    void it_is_not_told_before_it_is_announced() {
        announce(Map.of("announced", at(30)));
        assertThat(nurse.get("/").body()).doesNotContain(TEXT);
        house.clock().pass(Duration.ofMinutes(31));
        assertThat(nurse.get("/").body()).contains(TEXT);
    }

    @Test
    void english_readers_get_the_english_text_and_where_there_is_none_the_swedish_marked_as_such() {
        announce(Map.of("english", "Video calls cannot be started."));
        assertThat(tablet.get("/?sprak=en").body())
                .contains("Video calls cannot be started.")
                .doesNotContain(TEXT);
        nothingIsPlanned();
        announce(Map.of());
        assertThat(tablet.get("/?sprak=en").body()).contains("<span lang=\"sv\">" + TEXT);
        tablet.get("/?sprak=sv");
    }

    @Test
    void what_is_taken_back_is_told_to_nobody_any_longer_and_both_are_on_record() {
        announce(Map.of());
        String page = administrator.get(PAGE).body();
        String action = page.replaceAll("(?s).*action=\"(" + PAGE + "/[^\"]+/ta-bort)\".*", "$1");
        administrator.post(action, Map.of(), PAGE);
        assertThat(nurse.get("/").body()).doesNotContain(TEXT);
        assertThat(house.database
                        .owner()
                        .sql(
                                "select action from audit.event where object_type = 'planned-stop' order by id desc limit 2")
                        .query(String.class)
                        .list())
                .containsExactly("take-back", "announce");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
        HttpResponse<String> answer = administrator.post(
                PAGE, Map.of("text", "x".repeat(301), "starts", "i morgon", "ends", "", "english", "Fine"), PAGE);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Det är för långt", "Skriv tiden som 2026-11-28 22:00.", "Välj när stoppet slutar.", "Fine");
        assertThat(announce(Map.of("ends", at(30))).body()).contains("Slutet kan inte vara före början.");
        assertThat(announce(Map.of("ends", at(60 * 24 * 9))).body()).contains("Stoppet kan vara högst sju dygn.");
        assertThat(announce(Map.of("unit", TestCast.ELSEWHERE.toString())).statusCode())
                .as("another care provider's unit")
                .isEqualTo(404);
        assertThat(nurse.get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void asking_whether_there_is_a_stop_is_one_question_a_minute_however_many_pages_ask() {
        announce(Map.of());
        PlannedStops stops = house.context().getBean(PlannedStops.class);
        assertThat(stops.told()).hasSize(1);
        house.database.owner().sql("delete from organisation.planned_stop").update();
        assertThat(stops.told()).as("remembered").hasSize(1);
        house.clock().pass(Duration.ofSeconds(61));
        assertThat(stops.told()).isEmpty();
    }

    /** From in an hour until in two, unless said otherwise. */
    private static HttpResponse<String> announce(Map<String, String> otherwise) {
        var form = new HashMap<>(Map.of("text", TEXT, "starts", at(60), "ends", at(120)));
        form.putAll(otherwise);
        return administrator.post(PAGE, form, PAGE);
    }

    private static String at(int minutes) {
        return LocalDateTime.ofInstant(house.clock().instant(), SWEDEN)
                .plusMinutes(minutes)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static TestBrowser tablet() {
        Token token = Token.fresh();
        OffsetDateTime now = house.clock().instant().atOffset(ZoneOffset.UTC);
        house.database
                .owner()
                .sql("update organisation.device set token_hash = ?, rotated_at = ?, enrolled_at = ? where id = ?")
                .params(token.hash(), now, now, house.cast.device("iPad 07").value())
                .update();
        TestBrowser browser = house.browser();
        browser.cookies.put("__Host-device", token.text());
        return browser;
    }
}
