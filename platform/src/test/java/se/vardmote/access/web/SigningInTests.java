package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.access.web.TestBrowser.location;
import static se.vardmote.access.web.TestBrowser.setCookie;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.vardmote.access.Assurance;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** Staff sign in with a card at an outside identity provider (R0-1, R0-2; sweden.md on SITHS and HSA). */
class SigningInTests {
    private static final String CARD = Assurance.LOA3.acr();
    private static final String NURSE = "SE2120001132-1001";
    private static final String ASSISTANT = "SE2120001132-1002";
    private static final String ADMINISTRATOR = "SE2120001132-1003";
    private static final String TWO_UNITS = "SE2120001132-1004";
    private static final String AUDITOR = "SE2120001132-1005";
    private static final String ENDED = "SE2120001132-1006";
    private static TestHouse house;
    private static CommissionId nursesCommission;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        TestCast cast = house.cast;
        nursesCommission =
                cast.commission(cast.staff(NURSE, "Sara Sjuk", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
        cast.commission(
                cast.staff(ASSISTANT, "Ulla Under", Profession.ASSISTANT_NURSE), TestCast.HOME_CARE, TestCast.CARE);
        cast.administers(cast.staff(ADMINISTRATOR, "Adam Admin", Profession.ADMINISTRATOR), TestCast.VELLINGE);
        StaffId two = cast.staff(TWO_UNITS, "Doris Distrikt", Profession.DISTRICT_NURSE);
        cast.commission(two, TestCast.NURSES, TestCast.CARE);
        cast.commission(two, TestCast.HOME_CARE, TestCast.CARE);
        cast.commission(cast.staff(AUDITOR, "Revisor", Profession.ADMINISTRATOR), TestCast.NURSES, "Kvalitetssäkring");
        cast.commission(
                cast.staff(ENDED, "Slutat", Profession.NURSE),
                TestCast.NURSES,
                TestCast.CARE,
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2024, 12, 31));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void honestAgain() {
        house.provider.spoil = FakeIdentityProvider.Spoil.NOTHING;
    }

    @Test
    void a_nurse_with_one_commission_comes_straight_to_the_day() {
        var browser = house.browser();

        HttpResponse<String> in = signIn(browser, NURSE, CARD);

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(location(in)).endsWith("/min-dag");
        assertThat(setCookie(in, "__Host-session")).contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void nothing_makes_a_container_session() {
        var browser = house.browser();
        signIn(browser, NURSE, CARD);
        browser.get("/");

        assertThat(browser.cookies).doesNotContainKey("JSESSIONID").containsKey("__Host-session");
    }

    @Test
    void the_provider_is_asked_with_state_nonce_and_code_challenge_for_a_card_to_be_shown_anew() {
        URI asked = URI.create(location(house.browser().get("/logga-in")));

        assertThat(asked.getQuery())
                .contains("state=", "nonce=", "code_challenge_method=S256", "acr_values=" + CARD, "prompt=login")
                .contains("redirect_uri=" + house.origin() + "/logga-in/svar");
    }

    @Test
    void each_role_host_gets_its_answer_at_its_own_address() {
        var ipad = new TestBrowser("http://ipad.localhost:" + house.port);

        assertThat(URI.create(location(ipad.get("/logga-in"))).getQuery())
                .contains("redirect_uri=http://ipad.localhost:" + house.port + "/logga-in/svar");
    }

    @Test
    void an_answer_counts_once() {
        var browser = house.browser();
        URI back = approved(browser, NURSE, CARD);
        String before = browser.cookie("__Host-sign-in");
        browser.get(back.toString());
        browser.cookies.put("__Host-sign-in", before);

        assertRefused(browser.get(back.toString()), "tog för lång tid");
    }

    @Test
    void an_answer_in_another_browser_signs_nobody_in() {
        URI back = approved(house.browser(), NURSE, CARD);
        var victim = house.browser();
        victim.get("/logga-in");

        assertRefused(victim.get(back.toString()), "tog för lång tid");
        assertThat(victim.cookies).doesNotContainKey("__Host-session");
    }

    @Test
    void an_answer_after_ten_minutes_is_too_late() {
        var browser = house.browser();
        URI back = approved(browser, NURSE, CARD);
        house.clock().pass(Duration.ofMinutes(11));

        assertRefused(browser.get(back.toString()), "tog för lång tid");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void an_id_token_that_does_not_hold_signs_nobody_in(FakeIdentityProvider.Spoil spoil) {
        house.provider.spoil = spoil;
        var browser = house.browser();

        assertRefused(signIn(browser, NURSE, CARD), "Inloggningen gick inte fram");
        assertThat(browser.cookies).doesNotContainKey("__Host-session");
    }

    @Test
    void less_than_a_card_is_not_enough() {
        assertRefused(signIn(house.browser(), NURSE, Assurance.LOA2.acr()), "SITHS-kortet");
    }

    @Test
    void a_card_that_is_not_in_the_register_is_told_so() {
        assertRefused(signIn(house.browser(), "SE2120001132-9999", CARD), "känner inte igen");
    }

    @Test
    void without_a_commission_for_care_nobody_comes_in() {
        assertRefused(signIn(house.browser(), AUDITOR, CARD), "inget uppdrag");
        assertRefused(signIn(house.browser(), ENDED, CARD), "inget uppdrag");
    }

    /** HSA allows it; that it is there and still opens nothing is told apart from having none. */
    @Test
    void a_commission_for_care_without_a_unit_is_told_so_with_what_to_do() {
        String card = "SE2120001132-1098";
        house.cast.commissionWithoutUnit(house.cast.staff(card, "Hela Kommunen", Profession.NURSE), TestCast.VELLINGE);
        HttpResponse<String> refused = signIn(house.browser(), card, CARD);

        assertRefused(refused, "Uppdraget saknar enhet");
        assertThat(refused.body())
                .contains("lägga till ett uppdrag på enheten där du arbetar")
                .doesNotContain("i HSA");
        assertThat(house.database
                        .owner()
                        .sql("select ground from audit.event where actor_name = 'Hela Kommunen'")
                        .query(String.class)
                        .list())
                .containsExactly("commission-without-unit");
    }

    @Test
    void one_who_turned_back_at_the_provider_is_met_kindly() {
        var browser = house.browser();
        URI asked = URI.create(location(browser.get("/logga-in")));
        String state = asked.getQuery().replaceAll(".*state=([^&]+).*", "$1");

        assertRefused(
                browser.get(
                        "/logga-in/svar?error=access_denied&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8)),
                "avbröts");
    }

    @Test
    void with_two_commissions_one_chooses() {
        var browser = house.browser();
        HttpResponse<String> asked = signIn(browser, TWO_UNITS, CARD);
        assertThat(location(asked)).endsWith("/logga-in/uppdrag");
        assertThat(browser.cookies).doesNotContainKey("__Host-session");
        String page = browser.get("/logga-in/uppdrag").body();
        assertThat(page).contains("Kommunsjuksköterskorna", "Hemtjänst Höllviken");
        String role = page.replaceAll("(?s).*?name=\"role\" value=\"([^\"]+)\".*", "$1");

        HttpResponse<String> in = browser.post("/logga-in/uppdrag", Map.of("role", role), "/logga-in/uppdrag");

        assertThat(location(in)).endsWith("/min-dag");
        assertThat(browser.cookies).containsKey("__Host-session");
    }

    @Test
    void another_persons_commission_cannot_be_chosen() {
        var browser = house.browser();
        signIn(browser, TWO_UNITS, CARD);

        var answer =
                browser.post("/logga-in/uppdrag", Map.of("role", nursesCommission.toString()), "/logga-in/uppdrag");

        assertRefused(answer, "inget uppdrag");
        assertThat(browser.cookies).doesNotContainKey("__Host-session");
    }

    @Test
    void an_administrator_without_a_commission_comes_to_the_devices_and_sees_no_patients() {
        var browser = house.browser();

        assertThat(location(signIn(browser, ADMINISTRATOR, CARD))).endsWith("/admin/organisation");
        assertThat(browser.get("/admin/enheter").statusCode()).isEqualTo(200);
        assertThat(browser.get("/min-dag").statusCode()).isEqualTo(403);
    }

    @Test
    void an_assistant_nurse_is_no_professional_and_no_administrator() {
        var browser = house.browser();
        signIn(browser, ASSISTANT, CARD);

        assertRefused(browser.get("/min-dag"), "legitimerad");
        assertRefused(browser.get("/admin/enheter"), "systemförvaltare");
    }

    @Test
    void signing_in_makes_a_new_session_and_ends_the_one_before() {
        var browser = house.browser();
        String planted = Token.fresh().text();
        browser.cookies.put("__Host-session", planted);
        signIn(browser, ADMINISTRATOR, CARD);
        String first = browser.cookie("__Host-session");
        assertThat(first).isNotEqualTo(planted);
        signIn(browser, ADMINISTRATOR, CARD);

        assertThat(statusWith(planted)).isEqualTo(303);
        assertThat(statusWith(first)).isEqualTo(303);
        assertThat(statusWith(browser.cookie("__Host-session"))).isEqualTo(200);
    }

    @Test
    void after_signing_out_the_session_is_dead() {
        var browser = house.browser();
        signIn(browser, ADMINISTRATOR, CARD);
        String session = browser.cookie("__Host-session");

        var out = browser.post("/logga-ut", Map.of(), "/admin/enheter");

        assertThat(location(out)).endsWith("/");
        assertThat(statusWith(session)).isEqualTo(303);
        assertThat(browser.cookies).doesNotContainKey("__Host-session");
    }

    @Test
    void a_session_that_shows_nothing_for_an_hour_has_ended() {
        var browser = house.browser();
        signIn(browser, ADMINISTRATOR, CARD);
        house.clock().pass(Duration.ofMinutes(50));
        assertThat(browser.get("/admin/enheter").statusCode()).isEqualTo(200);
        house.clock().pass(Duration.ofMinutes(50));
        assertThat(browser.get("/admin/enheter").statusCode()).isEqualTo(200);
        house.clock().pass(Duration.ofMinutes(61));

        assertThat(location(browser.get("/admin/enheter"))).endsWith("/logga-in");
    }

    @Test
    void a_commission_that_ends_takes_the_session_with_it() {
        StaffId staff = house.cast.staff("SE2120001132-1099", "Tillfällig", Profession.NURSE);
        CommissionId commission = house.cast.commission(staff, TestCast.NURSES, TestCast.CARE);
        var browser = house.browser();
        signIn(browser, "SE2120001132-1099", CARD);
        house.cast.endCommission(commission, LocalDate.of(2020, 1, 2));

        assertThat(location(browser.get("/min-dag"))).endsWith("/logga-in");
    }

    @Test
    void signing_in_and_being_refused_are_on_record() {
        signIn(house.browser(), NURSE, CARD);
        signIn(house.browser(), AUDITOR, CARD);

        assertThat(house.database
                        .owner()
                        .sql("select actor_name || ' ' || outcome from audit.event where activity = 'SIGN_IN'")
                        .query(String.class)
                        .list())
                .contains("Sara Sjuk ALLOWED", "Revisor REFUSED");
    }

    private static HttpResponse<String> signIn(TestBrowser browser, String hsaId, String acr) {
        return browser.get(approved(browser, hsaId, acr).toString());
    }

    private static URI approved(TestBrowser browser, String hsaId, String acr) {
        return house.provider.approve(URI.create(location(browser.get("/logga-in"))), hsaId, acr);
    }

    private static int statusWith(String session) {
        var browser = house.browser();
        browser.cookies.put("__Host-session", session);
        return browser.get("/admin/enheter").statusCode();
    }

    private static void assertRefused(HttpResponse<String> response, String words) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains(words);
    }
}
