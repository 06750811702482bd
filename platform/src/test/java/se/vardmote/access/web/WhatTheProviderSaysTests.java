package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.access.web.TestBrowser.location;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.vardmote.access.Assurance;
import se.vardmote.access.TestCast;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-55, sweden.md 2.3: what the identity provider says of somebody, under all its spellings, and what is not believed. */
class WhatTheProviderSaysTests {
    private static final String NURSE = "SE2120001132-1001";
    private static final String TWO_UNITS = "SE2120001132-1004";
    private static final String ACCOUNT = "SE2120001132-F004";
    private static TestHouse house;
    private static CommissionId atHomeCare;

    @BeforeAll
    static void open() {
        house = new TestHouse();
        TestCast cast = house.cast;
        cast.commission(cast.staff(NURSE, "Sara Sjuk", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
        StaffId two = cast.staff(TWO_UNITS, "Doris Distrikt", Profession.DISTRICT_NURSE);
        cast.named(cast.commission(two, TestCast.NURSES, TestCast.CARE), "SE2120001132-M001");
        atHomeCare = cast.commission(two, TestCast.HOME_CARE, TestCast.CARE);
        cast.named(atHomeCare, "SE2120001132-M002");
        cast.named(cast.commission(two, TestCast.ELSEWHERE, "Administration"), "SE2120001132-M003");
        StaffId account = cast.staff(ACCOUNT, "Jour 4", Profession.NURSE);
        cast.commission(account, TestCast.NURSES, TestCast.CARE);
        cast.shared(account);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void honestAgain() {
        house.provider.claims.clear();
    }

    @Test
    void the_commission_that_was_chosen_at_the_provider_is_taken() {
        house.provider.claims.put("commissionHsaId", "se2120001132-m002");
        var browser = house.browser();

        assertThat(location(signIn(browser, TWO_UNITS))).endsWith("/min-dag");
        assertThat(browser.get("/min-dag").body()).contains("Hemtjänst Höllviken");
        assertThat(house.database
                        .owner()
                        .sql("select commission_id from access.session order by created_at desc, id desc limit 1")
                        .query(java.util.UUID.class)
                        .single())
                .isEqualTo(atHomeCare.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SE2120001132-M003", "SE2120001132-M999", "nonsense åäö"})
    void a_commission_that_is_not_for_care_or_that_we_do_not_know_is_chosen_anew(String other) {
        house.provider.claims.put("commissionHsaId", other);

        assertThat(location(signIn(house.browser(), TWO_UNITS))).endsWith("/logga-in/uppdrag");
    }

    @Test
    void another_persons_commission_is_not_taken() {
        house.provider.claims.put("commissionHsaId", "SE2120001132-M002");
        var browser = house.browser();

        assertThat(location(signIn(browser, NURSE))).endsWith("/min-dag");
        assertThat(browser.get("/min-dag").body()).contains("Kommunsjuksköterskorna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthCareUnitHsaId", "healthcareUnitHsaId", "HEALTHCAREUNITID"})
    void the_unit_that_was_chosen_is_taken_where_the_commission_is_not_named(String spelling) {
        house.provider.claims.put(spelling, List.of("SE2120001132-E012"));
        var browser = house.browser();

        assertThat(location(signIn(browser, TWO_UNITS))).endsWith("/min-dag");
        assertThat(browser.get("/min-dag").body()).contains("Hemtjänst Höllviken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthcareProviderId", "healthCareProviderHsaId", "healthcareProviderHsaId"})
    void the_care_provider_that_was_chosen_leaves_its_own_commissions(String spelling) {
        StaffId both =
                house.cast.staff("SE2120001132-9" + Math.abs(spelling.hashCode() % 10_000), "Både", Profession.NURSE);
        house.cast.commission(both, TestCast.NURSES, TestCast.CARE);
        house.cast.commission(both, TestCast.ELSEWHERE, TestCast.CARE);
        house.provider.claims.put(spelling, "SE2120001199-V001");
        var browser = house.browser();

        assertThat(location(signIn(browser, "SE2120001132-9" + Math.abs(spelling.hashCode() % 10_000))))
                .endsWith("/min-dag");
        assertThat(browser.get("/min-dag").body()).contains("Hemtjänst Trelleborg");
    }

    @Test
    void who_it_is_may_be_spelt_otherwise_or_be_a_list_of_one() {
        house.provider.claims.put("employeeHsaId", null);
        house.provider.claims.put("EmployeeHSAId", List.of(NURSE));

        assertThat(location(signIn(house.browser(), NURSE))).endsWith("/min-dag");
    }

    @Test
    void nobody_two_people_or_something_else_than_a_name_sign_nobody_in() {
        house.provider.claims.put("employeeHsaId", null);
        assertRefused(signIn(house.browser(), NURSE), "gick inte fram");

        house.provider.claims.put("employeeHsaId", List.of(NURSE, TWO_UNITS));
        assertRefused(signIn(house.browser(), NURSE), "gick inte fram");

        house.provider.claims.put("employeeHsaId", NURSE);
        house.provider.claims.put("employeehsaid", TWO_UNITS);
        assertRefused(signIn(house.browser(), NURSE), "gick inte fram");

        house.provider.claims.remove("employeehsaid");
        house.provider.claims.put("employeeHsaId", 1001);
        assertRefused(signIn(house.browser(), NURSE), "gick inte fram");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.sambi.se/loa/loa1",
                "http://id.sambi.se/loa/loa2",
                "loa3",
                "",
                "http://id.sambi.se/loa/loa4"
            })
    void any_other_level_than_three_is_too_low(String acr) {
        assertRefused(signIn(house.browser(), NURSE, acr), "Logga in med SITHS-kortet");
    }

    @Test
    void a_level_that_is_not_said_is_too_low() {
        house.provider.claims.put("acr", null);

        assertRefused(signIn(house.browser(), NURSE), "Logga in med SITHS-kortet");
    }

    /** Each half belongs to its own sign-in: neither the code nor the state of one opens another. */
    @Test
    void a_code_of_another_sign_in_is_worth_nothing_even_with_the_right_state() {
        var attacker = house.browser();
        String code = parameter(approved(attacker, NURSE, Assurance.LOA3.acr()), "code");
        var victim = house.browser();
        URI own = approved(victim, TWO_UNITS, Assurance.LOA3.acr());

        assertRefused(
                victim.get("/logga-in/svar?code=" + code + "&state=" + parameter(own, "state")), "gick inte fram");
        assertThat(victim.cookies).doesNotContainKey("__Host-session");
    }

    @Test
    void another_state_is_refused_and_uses_the_sign_in_up() {
        var browser = house.browser();
        URI own = approved(browser, NURSE, Assurance.LOA3.acr());
        String cookie = browser.cookie("__Host-sign-in");

        assertRefused(
                browser.get("/logga-in/svar?code=" + parameter(own, "code") + "&state=another"), "tog för lång tid");
        browser.cookies.put("__Host-sign-in", cookie);
        assertRefused(browser.get(own.toString()), "tog för lång tid");
    }

    /** R4-291. */
    @Test
    void an_account_that_several_share_is_refused_with_the_reason_and_put_on_record() {
        var browser = house.browser();

        HttpResponse<String> refused = signIn(browser, ACCOUNT);

        assertRefused(refused, "Konton som delas får inte användas");
        assertThat(refused.body()).contains("Logga in med ditt eget SITHS-kort");
        assertThat(browser.cookies).doesNotContainKey("__Host-session");
        assertThat(house.database
                        .owner()
                        .sql("select ground from audit.event where actor_name = 'Jour 4' and outcome = 'REFUSED'")
                        .query(String.class)
                        .list())
                .contains("shared-account");
    }

    private static HttpResponse<String> signIn(TestBrowser browser, String hsaId) {
        return signIn(browser, hsaId, Assurance.LOA3.acr());
    }

    private static HttpResponse<String> signIn(TestBrowser browser, String hsaId, String acr) {
        return browser.get(approved(browser, hsaId, acr).toString());
    }

    private static URI approved(TestBrowser browser, String hsaId, String acr) {
        return house.provider.approve(URI.create(location(browser.get("/logga-in"))), hsaId, acr);
    }

    private static String parameter(URI address, String name) {
        return address.getRawQuery().replaceAll(".*\\b" + name + "=([^&]+).*", "$1");
    }

    private static void assertRefused(HttpResponse<String> response, String words) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains(words);
    }
}
