package se.vardmote.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.planned.Planning;
import se.vardmote.assessment.planned.TestPlanning;
import se.vardmote.meetings.Conversations;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-36, R0-41: one iPad, many hands; what one has typed about a patient is gone when the next takes it. */
class LeavingASharedDeviceTests {
    private static final String CHANGE = "Rensa och byt person";
    private static final Map<String, String> TYPED = Map.of(
            "patientName", "Tolvan Tolvansson",
            "identityNumber", "19121212-1212",
            "staffName", "Karin Larsson",
            "staffPhone", "070-174 06 05");
    private static final String SARA = "SE2120001132-1001";
    private static TestHouse house;
    private TestBrowser tablet;

    @BeforeAll
    static void open() {
        house = new TestHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void somebodyHasBegun() {
        tablet = device();
        tablet.post("/bedomningssamtal/utkast", TYPED, "/bedomningssamtal");
        assertThat(tablet.get("/bedomningssamtal").body()).contains(TYPED.values());
    }

    @Test
    void one_press_on_the_form_or_the_start_page_clears_everything_and_leads_to_the_start() {
        tablet.cookies.put("__Host-seat", livingSeat().text());
        assertThat(tablet.get("/").body()).contains(CHANGE);
        assertThat(tablet.get("/bedomningssamtal").body()).contains(CHANGE);

        var answer = tablet.post("/byt-person", Map.of(), "/");

        assertThat(TestBrowser.location(answer)).isEqualTo("/");
        assertThat(tablet.cookies)
                .doesNotContainKeys("__Host-draft", "__Host-seat")
                .containsKey("__Host-device");
        assertThat(drafts()).isZero();
        assertThat(tablet.get("/").body()).doesNotContain(CHANGE);
        assertNothingTyped();
    }

    @Test
    void a_page_that_empties_itself_clears_the_draft_and_leaves_a_call_that_goes_on_in_another_window_alone() {
        Token seat = livingSeat();
        tablet.cookies.put("__Host-seat", seat.text());
        tablet.post("/byt-person", Map.of("vilande", "ja"), "/");
        assertThat(tablet.cookie("__Host-seat")).isEqualTo(seat.text());
        assertThat(drafts()).isZero();

        tablet.cookies.put("__Host-seat", Token.fresh().text());
        tablet.post("/byt-person", Map.of("vilande", "ja"), "/bedomningssamtal");
        assertThat(tablet.cookies).as("of a call that is over").doesNotContainKey("__Host-seat");
    }

    @Test
    void what_was_typed_five_minutes_ago_is_not_shown_although_no_script_has_run() {
        house.clock().pass(Duration.ofMinutes(5));
        assertThat(tablet.get("/").body()).doesNotContain(CHANGE);
        assertNothingTyped();
    }

    @Test
    void pages_that_have_something_personal_empty_themselves_and_are_never_kept_by_the_browser() {
        for (String page : new String[] {"/bedomningssamtal", "/bedomningssamtal/kod", "/hej-da"}) {
            var answer = tablet.get(page);
            assertThat(answer.body()).as(page).contains("data-idle", "action=\"/byt-person\"");
            assertThat(answer.headers().firstValue("Cache-Control")).as(page).contains("no-store");
        }
        assertThat(tablet.get("/").body()).as("nothing personal there").doesNotContain("data-idle");
    }

    @Test
    void so_do_the_plan_and_the_arrival_of_whoever_is_awaited_where_one_press_clears_them_too() {
        String arrival = "/bedomningssamtal/planerat/" + planned();
        assertLeavesNothing(tablet.get("/bedomningssamtal/planera"));
        assertLeavesNothing(tablet.get(arrival));
        var known = tablet.post(arrival, Map.of("identityNumber", "19121212-1212"), arrival);
        assertThat(known.body()).contains("data-arrival-patient", "Tolvan Tolvansson");
        assertLeavesNothing(known);
    }

    @Test
    void a_professional_who_plans_at_a_desk_is_neither_hurried_nor_asked_to_change_person() {
        StaffId sara = house.cast.staff(SARA, "Sara Sjuk", Profession.NURSE);
        house.cast.commission(sara, TestCast.NURSES, TestCast.CARE);
        assertThat(house.signedIn(SARA).get("/planerade/ny").body())
                .contains("name=\"patientName\"")
                .doesNotContain("data-idle", CHANGE);
    }

    @Test
    void whoever_has_a_device_of_their_own_is_not_asked_to_change_person() {
        assertThat(house.browser().get("/").body()).doesNotContain(CHANGE);
    }

    private static void assertLeavesNothing(HttpResponse<String> page) {
        assertThat(page.body()).as(page.uri().getPath()).contains("data-idle", CHANGE);
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
    }

    private static PlannedCallId planned() {
        StaffId nina = house.cast.staff("SE2120001132-1002", "Nina Natt", Profession.NURSE);
        return house.context()
                .getBean(Planning.class)
                .plan(
                        TestCast.as(nina),
                        TestPlanning.plan(house.clock().instant().plus(Duration.ofHours(1))));
    }

    private void assertNothingTyped() {
        String form = tablet.get("/bedomningssamtal").body();
        assertThat(TYPED.values())
                .as("what the next person sees")
                .noneMatch(typed -> form.contains("\"" + typed + "\""));
    }

    private static Token livingSeat() {
        var unit = house.context().getBean(RetentionUnits.class).open(TestCast.VELLINGE);
        return house.context()
                .getBean(Conversations.class)
                .begin(unit, TestCast.VELLINGE)
                .token();
    }

    private static int drafts() {
        return house.database
                .owner()
                .sql("select count(*) from assessment.draft")
                .query(Integer.class)
                .single();
    }

    private static TestBrowser device() {
        Token token = Token.fresh();
        OffsetDateTime now = house.clock().instant().atOffset(ZoneOffset.UTC);
        house.database.owner().sql("delete from assessment.draft").update();
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
