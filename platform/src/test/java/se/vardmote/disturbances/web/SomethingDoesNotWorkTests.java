package se.vardmote.disturbances.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.vocabulary.Profession;

/** R3-20, R3-21, R0-57: anybody says that something does not work, an administrator finds what helps, the next reads it. */
class SomethingDoesNotWorkTests {
    private static final String FORM = "/fungerar-inte";
    private static final String LIST = "/admin/storningar";
    private static final String NURSE = "SE2120001132-1001";
    private static final String ADMINISTRATOR = "SE2120001132-1004";
    private static final String OLD =
            "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko 19121212-1212";
    private static final String RECENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";
    private static final String REMEDY = "Stäng Teams helt.";
    private static final Map<String, String> SEEN =
            Map.of("kind", "PICTURE", "page", "room", "camera", "busy", "screen", "820x1180");

    private final TestHouse house = TestHouse.anew();

    @Test
    void a_stranger_without_script_reports_and_is_told_what_to_try_and_whom_to_ring() {
        TestBrowser stranger = house.browser();

        var answer = stranger.post(FORM, SEEN, FORM);
        var thanks = stranger.get(TestBrowser.location(answer));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(thanks.body()).contains("Tack, nu är det rapporterat", "Stäng andra program", "040-628 04 00");
        assertThat(rows()).containsExactly("null PICTURE CAMERA_BUSY");
    }

    @Test
    void a_device_tells_its_unit_and_nothing_of_itself() {
        device().post(FORM, SEEN, FORM);

        assertThat(rows()).containsExactly(TestCast.HOME_CARE + " PICTURE CAMERA_BUSY");
        assertThat(everythingKept()).doesNotContain("iPad 07");
    }

    @Test
    void nothing_personal_can_be_sent_along() {
        var filled = new java.util.HashMap<>(SEEN);
        for (String field : List.of("page", "camera", "microphone", "connection", "media", "screen", "words"))
            filled.put(field, "Tolvan Tolvansson 19121212-1212");
        TestBrowser stranger = house.browser();
        filled.put("_csrf", formToken(stranger));

        stranger.raw(FORM, filled, "Origin", house.origin(), "User-Agent", OLD);

        assertThat(everythingKept())
                .contains("PICTURE")
                .doesNotContain("Tolvan", "1212")
                .doesNotContain("127.0.0.1");
    }

    /** From the room, which goes on meanwhile. */
    @Test
    void the_room_gets_what_to_try_in_its_own_language_without_leaving() {
        TestBrowser stranger = house.browser();
        var fields = new java.util.HashMap<>(SEEN);
        fields.put("_csrf", formToken(stranger));

        var answer = stranger.raw(FORM, fields, "Origin", house.origin(), "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"tips\":[\"Stäng andra program");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void who_chooses_nothing_is_asked_again() {
        var answer = house.browser().post(FORM, Map.of("page", "start"), FORM);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Välj vad som inte fungerar.");
        assertThat(rows()).isEmpty();
    }

    @Test
    void an_administrator_sees_it_ranked_writes_what_helps_and_the_next_reads_it() {
        device().post(FORM, SEEN, FORM);
        TestBrowser administrator = administrator();
        String one = LIST + "/PICTURE/CAMERA_BUSY";
        assertThat(administrator.get(LIST).body()).contains("Kameran används av något annat", one, "Rapporterad");

        var missing = administrator.post(one, Map.of("state", "WORKAROUND", "remedy", " "), one);
        var saved = administrator.post(one, Map.of("state", "WORKAROUND", "remedy", REMEDY), one);

        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("Skriv vad som hjälper.");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(administrator.get(one).body()).contains(REMEDY, "Adam Admin", "Hemtjänst Höllviken");
        assertThat(device().get(FORM + "?page=room&camera=busy").body()).contains("Det här hjälper: " + REMEDY);
        assertThat(device().get(FORM + "?page=room&camera=on").body()).doesNotContain(REMEDY);
        assertThat(administrator.get(LIST + "?lage=SOLVED").body()).doesNotContain(one);
        assertThat(administrator.get(LIST + "?lage=WORKAROUND").body()).contains(one);
    }

    @Test
    void what_nobody_has_reported_has_no_page() {
        TestBrowser administrator = administrator();
        assertThat(TestBrowser.location(administrator.get(LIST + "/SOUND/UNKNOWN")))
                .endsWith(LIST);
        assertThat(TestBrowser.location(administrator.get(LIST + "/19121212-1212/x")))
                .endsWith(LIST);
    }

    @Test
    void the_list_is_the_administrators_alone() {
        house.cast.commission(house.cast.staff(NURSE, "Sara Sjuk", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
        assertThat(house.signedIn(NURSE).get(LIST).statusCode()).isIn(403, 404);
        assertThat(device().get(LIST).statusCode()).isNotEqualTo(200);
    }

    @Test
    void the_start_page_leads_to_the_form_on_a_device_and_off_it() {
        assertThat(house.browser().get("/").body()).contains("href=\"/fungerar-inte?page=start\"");
        assertThat(device().get("/").body()).contains("href=\"/fungerar-inte?page=start\"");
    }

    /** R0-57, B7. */
    @Test
    void a_browser_that_is_not_supported_is_warned_of_before_the_camera_and_never_stopped() {
        String warning = "Videosamtalet kanske inte fungerar";
        for (String page : List.of("/", "/bedomningssamtal")) {
            TestBrowser tablet = device();
            var old = tablet.get(page, "User-Agent", OLD);
            assertThat(old.statusCode()).isEqualTo(200);
            assertThat(old.body()).as(page).contains(warning);
            assertThat(tablet.get(page, "User-Agent", RECENT).body()).as(page).doesNotContain(warning);
            assertThat(tablet.get(
                                    page,
                                    "User-Agent",
                                    RECENT,
                                    "Sec-CH-UA",
                                    "\"Chromium\";v=\"150\", \"Brave\";v=\"150\"")
                            .body())
                    .as(page)
                    .contains(warning);
        }
    }

    private static String formToken(TestBrowser browser) {
        return browser.get(FORM).body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private List<String> rows() {
        return house.database.owner().sql("""
                        select coalesce(care_unit_id::text, 'null') || ' ' || kind || ' ' || cause
                        from disturbances.report order by reported_at""").query(String.class).list();
    }

    private String everythingKept() {
        return String.join(
                "\n",
                house.database
                        .owner()
                        .sql("select report::text from disturbances.report")
                        .query(String.class)
                        .list());
    }

    private TestBrowser administrator() {
        house.cast.administers(
                house.cast.staff(ADMINISTRATOR, "Adam Admin", Profession.ADMINISTRATOR), TestCast.VELLINGE);
        return house.signedIn(ADMINISTRATOR);
    }

    private TestBrowser device() {
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
