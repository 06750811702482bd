package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.access.web.TestBrowser.location;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.Assurance;
import se.vardmote.access.TestCast;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R4-292, R4-293: everybody sees where they are signed in and ends it; an administrator ends it for their own staff. */
class WhereIAmSignedInTests {
    private static final String NURSE = "SE2120001132-1001";
    private static final String ANOTHER = "SE2120001132-1002";
    private static final String ADMINISTRATOR = "SE2120001132-1003";
    private static final String TWO_UNITS = "SE2120001132-1004";
    private static final String ELSEWHERE = "SE2120001199-1005";
    private static final String EDGE =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0";
    private static final String IPAD =
            "Mozilla/5.0 (iPad; CPU OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/604.1";
    private static TestHouse house;
    private static StaffId nurse;
    private static StaffId elsewhere;
    private static CommissionId atNurses;
    private static CommissionId atHomeCare;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        TestCast cast = house.cast;
        nurse = cast.staff(NURSE, "Sara Sjuk", Profession.NURSE);
        cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        cast.commission(cast.staff(ANOTHER, "Siv Annan", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
        cast.administers(cast.staff(ADMINISTRATOR, "Adam Admin", Profession.ADMINISTRATOR), TestCast.VELLINGE);
        StaffId two = cast.staff(TWO_UNITS, "Doris Distrikt", Profession.DISTRICT_NURSE);
        atNurses = cast.commission(two, TestCast.NURSES, TestCast.CARE);
        atHomeCare = cast.commission(two, TestCast.HOME_CARE, TestCast.CARE);
        elsewhere = cast.staff(ELSEWHERE, "Tora Trelleborg", Profession.NURSE);
        cast.commission(elsewhere, TestCast.ELSEWHERE, TestCast.CARE);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void nobody() {
        house.database.owner().sql("delete from access.session").update();
    }

    @Test
    void each_place_is_told_in_plain_words_and_this_one_is_marked() {
        signIn(NURSE, IPAD);
        house.clock().pass(Duration.ofSeconds(330));
        TestBrowser here = signIn(NURSE, EDGE);

        String page = here.get("/inloggningar").body();

        assertThat(page)
                .contains("2 inloggningar", "Edge på Windows-dator", "Safari på iPad", "Inloggningstjänsten")
                .contains("Kommunsjuksköterskorna", "för 5 minuter sedan");
        assertThat(page.indexOf("Här, just nu")).isLessThan(page.indexOf("Safari på iPad"));
        assertThat(page.split("Här, just nu", -1)).hasSize(2);
    }

    @Test
    void nobody_elses_sign_ins_are_shown_nor_ended() {
        TestBrowser other = signIn(ANOTHER, IPAD);
        String theirs = only();
        TestBrowser here = signIn(NURSE, EDGE);

        assertThat(here.get("/inloggningar").body()).contains("En inloggning").doesNotContain("Safari på iPad");
        here.post("/inloggningar/" + theirs + "/avsluta", Map.of(), "/inloggningar");
        assertThat(other.get("/min-dag").statusCode()).isEqualTo(200);
    }

    @Test
    void one_is_ended_and_the_stream_that_was_open_there_closes_at_once() {
        TestBrowser there = signIn(NURSE, IPAD);
        String theirs = only();
        TestBrowser here = signIn(NURSE, EDGE);
        var stream = there.stream("/min-dag/handelser");

        var answer = here.post("/inloggningar/" + theirs + "/avsluta", Map.of(), "/inloggningar");

        assertThat(location(answer)).endsWith("/inloggningar");
        assertThat(stream.body().anyMatch(line -> line.contains("signed-out"))).isTrue();
        assertThat(location(there.get("/min-dag"))).endsWith("/logga-in");
        assertThat(here.get("/min-dag").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_everywhere_ends_all_and_silences_what_has_timed_out() {
        TestBrowser forgotten = signIn(NURSE, IPAD);
        house.clock().pass(Duration.ofMinutes(61));
        assertThat(forgotten
                        .get("/min-dag/vantar", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(200);
        TestBrowser there = signIn(NURSE, IPAD);
        TestBrowser here = signIn(NURSE, EDGE);

        var answer = here.post("/inloggningar/avsluta-alla", Map.of(), "/inloggningar");

        assertThat(location(answer)).endsWith("/");
        assertThat(here.cookies).doesNotContainKey("__Host-session");
        assertThat(location(there.get("/min-dag"))).endsWith("/logga-in");
        assertThat(forgotten
                        .get("/min-dag/vantar", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_administrator_sees_who_is_signed_in_at_their_own_care_provider_and_ends_it_on_record() {
        TestBrowser there = signIn(NURSE, IPAD);
        signIn(NURSE, EDGE);
        TestBrowser foreign = signIn(ELSEWHERE, EDGE);
        TestBrowser administrator = signIn(ADMINISTRATOR, EDGE);

        String page = administrator.get("/admin/inloggningar").body();
        assertThat(page).contains("Sara Sjuk", "på 2 ställen").doesNotContain("Tora Trelleborg");
        administrator.post("/admin/inloggningar/" + nurse + "/avsluta", Map.of(), "/admin/inloggningar");
        administrator.post("/admin/inloggningar/" + elsewhere + "/avsluta", Map.of(), "/admin/inloggningar");

        assertThat(location(there.get("/min-dag"))).endsWith("/logga-in");
        assertThat(foreign.get("/min-dag").statusCode()).isEqualTo(200);
        assertThat(house.database
                        .owner()
                        .sql("select actor_name from audit.event where action = 'end-sign-ins' and object_id = :nurse")
                        .param("nurse", nurse.value())
                        .query(String.class)
                        .list())
                .containsExactly("Adam Admin");
    }

    @Test
    void only_administrators_see_who_is_signed_in() {
        assertThat(signIn(NURSE, EDGE).get("/admin/inloggningar").statusCode()).isEqualTo(403);
        assertThat(location(house.browser().get("/inloggningar"))).endsWith("/logga-in");
    }

    @Test
    void whoever_has_several_commissions_goes_on_in_another_without_a_new_card_and_no_longer_than_before() {
        TestBrowser browser = signIn(TWO_UNITS, EDGE);
        browser.post("/logga-in/uppdrag", Map.of("role", atNurses.toString()), "/logga-in/uppdrag");
        assertThat(browser.get("/min-dag").body()).contains("Kommunsjuksköterskorna", "href=\"/byt-uppdrag\"");
        Instant began = began();
        String before = browser.cookie("__Host-session");
        house.clock().pass(Duration.ofMinutes(30));

        var answer = browser.post("/byt-uppdrag", Map.of("role", atHomeCare.toString()), "/byt-uppdrag");

        assertThat(location(answer)).endsWith("/min-dag");
        assertThat(browser.get("/min-dag").body()).contains("Hemtjänst Höllviken");
        assertThat(browser.cookie("__Host-session")).isNotEqualTo(before);
        assertThat(began()).isEqualTo(began);
        var old = house.browser();
        old.cookies.put("__Host-session", before);
        assertThat(location(old.get("/min-dag"))).endsWith("/logga-in");
    }

    @Test
    void nobody_goes_on_in_somebody_elses_commission() {
        TestBrowser browser = signIn(NURSE, EDGE);

        assertThat(browser.post("/byt-uppdrag", Map.of("role", atHomeCare.toString()), "/byt-uppdrag")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/min-dag").body())
                .contains("Kommunsjuksköterskorna")
                .doesNotContain("href=\"/byt-uppdrag\"");
    }

    private static TestBrowser signIn(String hsaId, String agent) {
        TestBrowser browser = house.browser();
        var asked = URI.create(location(browser.get("/logga-in")));
        browser.get(house.provider.approve(asked, hsaId, Assurance.LOA3.acr()).toString(), "User-Agent", agent);
        return browser;
    }

    private static Instant began() {
        return house.database
                .owner()
                .sql("select created_at from access.session where revoked_at is null")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static String only() {
        List<String> all = house.database
                .owner()
                .sql("select id::text from access.session")
                .query(String.class)
                .list();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
