package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.vocabulary.Profession;

/** R0-1: a page knows how long the sign-in lasts without prolonging it, and one press goes on. */
class BeforeTheSignInEndsTests {
    private static final String NURSE = "SE2120001132-1001";
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
    void asking_how_long_it_lasts_does_not_prolong_it() {
        TestBrowser nurse = house.signedIn(NURSE);
        house.clock().pass(Duration.ofMinutes(56));
        assertThat(number(nurse, "left")).isBetween(3 * 60_000L, 4 * 60_000L);
        house.clock().pass(Duration.ofMinutes(5));

        assertThat(number(nurse, "left")).isZero();
        assertThat(left(nurse)).contains("\"who\":\"\"");
    }

    @Test
    void one_press_goes_on_for_another_hour() {
        TestBrowser nurse = house.signedIn(NURSE);
        String page = "/gallring";
        house.clock().pass(Duration.ofMinutes(56));
        String token = text(left(nurse), "csrf");

        var answer = nurse.raw(
                "/inloggning/fortsatt", Map.of("_csrf", token), "Origin", house.origin(), "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(number(answer.body(), "left")).isGreaterThan(59 * 60_000L);
        assertThat(nurse.get(page).body()).contains("data-staying", "role=\"alert\"", "Fortsätt", "data-timed-out");
    }

    @Test
    void after_a_whole_shift_going_on_does_not_help_and_the_page_knows() {
        TestBrowser nurse = house.signedIn(NURSE);
        for (int i = 0; i < 16; i++) {
            house.clock().pass(Duration.ofMinutes(52));
            nurse.get("/gallring");
        }
        house.clock().pass(Duration.ofMinutes(5));

        assertThat(left(nurse)).contains("\"mayStay\":false");
        assertThat(number(nurse, "left")).isBetween(1L, 5 * 60_000L);
    }

    @Test
    void whoever_signs_in_again_is_known_as_the_same_and_somebody_else_is_not() {
        TestBrowser nurse = house.signedIn(NURSE);
        String who = text(left(nurse), "who");

        assertThat(text(left(house.signedIn(NURSE)), "who")).isEqualTo(who).isNotEmpty();
        assertThat(text(left(house.browser()), "who")).isEmpty();
    }

    private static long number(TestBrowser browser, String name) {
        return number(left(browser), name);
    }

    private static long number(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":(-?\\d+)").matcher(json);
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    private static String text(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String left(TestBrowser browser) {
        return browser.get("/inloggning/kvar", "Accept", "application/json").body();
    }
}
