package se.vardmote.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.vocabulary.Profession;

/** R0-2, R0-10: the pages around a call, for a stranger, at an enrolled device and for a professional. */
class StartingAndLeavingTests {
    private static final String NURSE = "SE2120001132-1001";
    private static final String BEGIN = "Starta bedömningssamtal (video)";
    private static final String TO_RING = "040-628 04 00";
    private static TestHouse house;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        house.cast.commission(house.cast.staff(NURSE, "Sara Sjuk", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_stranger_reads_112_first_and_then_the_ways_in_and_the_numbers_to_ring() {
        String page = house.browser().get("/").body();

        assertThat(page.indexOf("112")).isPositive().isLessThan(page.indexOf("<h1"));
        assertThat(page)
                .contains(BEGIN, "href=\"/bedomningssamtal/kod\"", "href=\"/kallelse\"", "href=\"/logga-in\"")
                .contains("Kommunsjuksköterskorna", TO_RING)
                .doesNotContain("iPad 07");
    }

    @Test
    void an_enrolled_device_says_which_it_is_and_begins_a_call_at_once() {
        String page = device().get("/").body();

        assertThat(page.indexOf("112")).isPositive().isLessThan(page.indexOf("<h1"));
        assertThat(page)
                .contains("Hemtjänst Höllviken", "iPad 07", BEGIN, "href=\"/bedomningssamtal\"", TO_RING)
                .doesNotContain("/bedomningssamtal/kod");
    }

    @Test
    void whoever_has_a_summons_reads_whom_to_ring() {
        var answer = house.browser().get("/kallelse");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Kommunsjuksköterskorna", TO_RING);
    }

    @ParameterizedTest
    @CsvSource({
        "ended, Samtalet är slut",
        "left, Du har lämnat samtalet",
        "refused, Det blir inget videosamtal nu",
        "expired, Samtalet har stängts",
        "elsewhere, Samtalet fortsätter på en annan skärm",
        "<b>annat</b>, Samtalet är slut"
    })
    void goodbye_says_how_it_ended_and_repeats_nothing_of_the_address(String why, String title) {
        String page = house.browser()
                .get("/hej-da?varfor=" + URLEncoder.encode(why, StandardCharsets.UTF_8))
                .body();

        assertThat(page).contains("<h1>" + title + "</h1>").doesNotContain("annat</b>");
    }

    @Test
    void at_a_shared_device_the_seat_goes_with_the_call_and_the_number_of_the_unit_stays() {
        TestBrowser tablet = device();
        tablet.cookies.put("__Host-seat", Token.fresh().text());
        String page = tablet.get("/hej-da").body();

        assertThat(tablet.cookies).doesNotContainKey("__Host-seat").containsKey("__Host-device");
        assertThat(page).contains("Kommunsjuksköterskorna", TO_RING, "Inget om patienten finns kvar");
    }

    @Test
    void a_professional_is_led_on_to_the_day_and_the_note_and_a_stranger_is_not() {
        assertThat(house.signedIn(NURSE).get("/hej-da").body())
                .contains("Till Min dag och anteckningen", "Anteckningen är förberedd");
        assertThat(house.browser().get("/hej-da").body()).doesNotContain("Till Min dag", "Anteckningen");
    }

    private static TestBrowser device() {
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
