package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.access.web.TestBrowser.location;
import static se.vardmote.access.web.TestBrowser.setCookie;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.Assurance;
import se.vardmote.access.TestCast;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.Profession;

/** A shared tablet becomes a device of a unit (issue: enrolment): code, three words on both screens, confirmation. */
class PairingADeviceTests {
    private static final String ADMINISTRATOR = "SE2120001132-1003";
    private static final String NEIGHBOUR = "SE2120001199-2003";
    private static final Pattern CODE = Pattern.compile("class=\"code-shown\" data-code=\"([A-Z0-9]{6})\"");
    private static final Pattern SPAN = Pattern.compile("<span[^>]*>([^<]*)</span>");
    private static final String DEVICES = "/admin/enheter";
    private static final TestHouse house = new TestHouse();
    private final TestBrowser administrator = house.browser();
    private final TestBrowser tablet = house.browser();
    private final DeviceId device = house.cast.device("iPad 07");

    @BeforeAll
    static void open() {
        var cast = house.cast;
        cast.administers(cast.staff(ADMINISTRATOR, "Adam Admin", Profession.ADMINISTRATOR), TestCast.VELLINGE);
        cast.administers(cast.staff(NEIGHBOUR, "Nina Granne", Profession.ADMINISTRATOR), TestCast.TRELLEBORG);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void signedIn() {
        signIn(administrator, ADMINISTRATOR);
    }

    @Test
    void code_words_confirmation_and_the_tablet_is_a_device() {
        tablet.post("/para-ihop", Map.of("code", showCode()), "/para-ihop");
        List<String> onTablet = words(tablet.get("/para-ihop").body());
        assertThat(onTablet).hasSize(3).isEqualTo(wordsOfDevice());
        assertThat(tablet.cookies).doesNotContainKey("__Host-device");

        assertThat(location(act("bekrafta", Map.of()))).contains("notice=confirmed");
        var paired = tablet.get("/para-ihop");

        assertThat(location(paired)).isEqualTo("/");
        assertThat(setCookie(paired, "__Host-device")).contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(tablet.get("/").body()).contains("iPad 07");
        assertThat(tablet.get("/bedomningssamtal").statusCode()).isEqualTo(200);
    }

    /** R0-43. */
    @Test
    void a_defect_tablet_opens_what_it_did_and_one_that_is_said_to_be_lost_opens_nothing_from_that_moment() {
        tablet.post("/para-ihop", Map.of("code", showCode()), "/para-ihop");
        act("bekrafta", Map.of());
        tablet.get("/para-ihop");

        assertThat(location(act("uppgifter", Map.of("state", "DEFECT", "assetNumber", "VK-7"))))
                .contains("notice=described");
        assertThat(administrator.get(DEVICES).body()).contains("VK-7", "Trasig");
        assertThat(tablet.get("/bedomningssamtal").statusCode()).isEqualTo(200);

        assertThat(location(act("uppgifter", Map.of("state", "LOST")))).contains("notice=lost");
        assertThat(location(tablet.get("/bedomningssamtal"))).isEqualTo("/bedomningssamtal/kod");
        assertThat(act("uppgifter", Map.of("state", "ASSIGNED")).statusCode())
                .as("for good")
                .isEqualTo(404);
    }

    @Test
    void until_the_administrator_confirms_the_tablet_opens_nothing() {
        tablet.post("/para-ihop", Map.of("code", showCode()), "/para-ihop");

        assertThat(tablet.get("/para-ihop", "HX-Request", "true").statusCode()).isEqualTo(204);
        assertThat(location(tablet.get("/bedomningssamtal"))).isEqualTo("/bedomningssamtal/kod");
    }

    @Test
    void a_page_that_asks_by_itself_is_sent_to_the_start_when_confirmed() {
        tablet.post("/para-ihop", Map.of("code", showCode()), "/para-ihop");
        act("bekrafta", Map.of());

        var answer = tablet.get("/para-ihop", "HX-Request", "true");

        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/");
        assertThat(tablet.cookies).containsKey("__Host-device");
    }

    @Test
    void an_answer_that_was_lost_on_the_way_is_given_again() {
        tablet.post("/para-ihop", Map.of("code", showCode()), "/para-ihop");
        act("bekrafta", Map.of());
        var before = Map.copyOf(tablet.cookies);
        tablet.get("/para-ihop");
        tablet.cookies.clear();
        tablet.cookies.putAll(before);

        tablet.get("/para-ihop");

        assertThat(tablet.get("/bedomningssamtal").statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_is_typed_once() {
        String code = showCode();
        house.browser().post("/para-ihop", Map.of("code", code), "/para-ihop");

        assertThat(tablet.post("/para-ihop", Map.of("code", code), "/para-ihop").statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_code_is_good_for_ten_minutes() {
        String code = showCode();
        house.clock().pass(Duration.ofMinutes(11));

        assertThat(tablet.post("/para-ihop", Map.of("code", code), "/para-ihop").statusCode())
                .isEqualTo(422);
    }

    @Test
    void after_five_wrong_tries_the_right_code_is_wrong_too() {
        String code = showCode();
        String wrong = code.substring(0, 5) + (code.endsWith("Z") ? "Y" : "Z");
        for (int i = 0; i < 5; i++) tablet.post("/para-ihop", Map.of("code", wrong), "/para-ihop");

        assertThat(tablet.post("/para-ihop", Map.of("code", code), "/para-ihop").statusCode())
                .isEqualTo(422);
    }

    @Test
    void what_nobody_has_typed_cannot_be_confirmed() {
        showCode();

        assertThat(location(act("bekrafta", Map.of()))).contains("notice=nothing-to-confirm");
    }

    @Test
    void a_revoked_device_opens_nothing_and_is_not_paired_again() {
        tablet.post("/para-ihop", Map.of("code", showCode()), "/para-ihop");
        act("bekrafta", Map.of());
        tablet.get("/para-ihop");

        assertThat(act("sparra", Map.of("why", "")).statusCode()).isEqualTo(422);
        assertThat(location(act("sparra", Map.of("why", "Tappad på bussen")))).contains("notice=revoked");

        assertThat(location(tablet.get("/bedomningssamtal"))).isEqualTo("/bedomningssamtal/kod");
        assertThat(administrator.get(DEVICES).body()).contains("Tappad på bussen");
        assertThat(act("kod", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void another_care_providers_administrator_neither_sees_nor_touches_it() {
        var neighbour = house.browser();
        signIn(neighbour, NEIGHBOUR);

        assertThat(neighbour.get(DEVICES).body()).doesNotContain(device.toString());
        for (String what : List.of("kod", "bekrafta", "sparra")) {
            var answer = neighbour.post(DEVICES + "/" + device + "/" + what, Map.of("why", "x"), DEVICES);
            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_device_is_added_with_name_area_and_unit_or_the_fields_say_what_is_missing() {
        var incomplete = administrator.post(DEVICES, Map.of("name", "iPad 99"), DEVICES);
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("iPad 99", "Skriv var enheten används.");

        var added = administrator.post(
                DEVICES,
                Map.of("name", "iPad 99 📱", "area", "Höllviken", "unit", TestCast.HOME_CARE.toString()),
                DEVICES);

        assertThat(location(added)).contains("notice=added");
        assertThat(administrator.get(DEVICES).body()).contains("iPad 99 📱");
    }

    @Test
    void a_unit_of_another_care_provider_cannot_be_chosen() {
        var answer = administrator.post(
                DEVICES, Map.of("name", "iPad", "area", "A", "unit", TestCast.ELSEWHERE.toString()), DEVICES);

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void the_daily_change_of_the_token_comes_with_a_page_and_the_copy_is_found_out() {
        tablet.post("/para-ihop", Map.of("code", showCode()), "/para-ihop");
        act("bekrafta", Map.of());
        tablet.get("/para-ihop");
        tablet.get("/");
        String stolen = tablet.cookie("__Host-device");
        house.clock().pass(Duration.ofHours(25));
        tablet.get("/");
        assertThat(tablet.cookie("__Host-device")).isNotEqualTo(stolen);
        tablet.get("/");
        house.clock().pass(Duration.ofMinutes(2));

        var thief = house.browser();
        thief.cookies.put("__Host-device", stolen);
        assertThat(location(thief.get("/bedomningssamtal"))).isEqualTo("/bedomningssamtal/kod");
        assertThat(location(tablet.get("/bedomningssamtal"))).isEqualTo("/bedomningssamtal/kod");
    }

    private String showCode() {
        act("kod", Map.of());
        var code = CODE.matcher(card());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private HttpResponse<String> act(String what, Map<String, String> fields) {
        return administrator.post(DEVICES + "/" + device + "/" + what, fields, DEVICES);
    }

    /** The device's own part of the administrator's page. */
    private String card() {
        String page = administrator.get(DEVICES).body();
        int start = page.indexOf("id=\"device-" + device + "\"");
        return page.substring(start, page.indexOf("</li>", start));
    }

    private List<String> wordsOfDevice() {
        return words(card());
    }

    private static List<String> words(String html) {
        return spans("three-words", html);
    }

    /** The texts of the spans in the one paragraph of a class. */
    private static List<String> spans(String style, String html) {
        int start = html.indexOf("class=\"" + style + "\"");
        String paragraph = html.substring(start, html.indexOf("</p>", start));
        return SPAN.matcher(paragraph).results().map(found -> found.group(1)).toList();
    }

    private static void signIn(TestBrowser browser, String hsaId) {
        var asked = URI.create(location(browser.get("/logga-in")));
        browser.get(house.provider.approve(asked, hsaId, Assurance.LOA3.acr()).toString());
    }
}
