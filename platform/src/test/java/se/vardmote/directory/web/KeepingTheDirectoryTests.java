package se.vardmote.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.rights.RightsTable;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.ui.AdminPages;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** The administrator keeps units, staff and what they do, by page (ADR 10): own care provider's, and never about oneself. */
class KeepingTheDirectoryTests {
    private static final String UNITS = "/admin/organisation/enheter";
    private static final String PEOPLE = "/admin/organisation/personal";
    private static final TestHouse house = new TestHouse();
    private static StaffId adam;
    private static StaffId sara;
    private static StaffId tom;
    private static CommissionId saras;
    private static TestBrowser administrator;
    private static TestBrowser second;

    @BeforeAll
    static void open() {
        adam = house.cast.staff("SE2120001132-1003", "Adam Admin", Profession.ADMINISTRATOR);
        house.cast.administers(adam, TestCast.VELLINGE);
        StaffId eva = house.cast.staff("SE2120001132-1004", "Eva Admin", Profession.ADMINISTRATOR);
        house.cast.administers(eva, TestCast.VELLINGE);
        sara = house.cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        saras = house.cast.commission(sara, TestCast.NURSES, TestCast.CARE);
        tom = house.cast.staff("SE2120001199-1001", "Tom Trelleborg", Profession.PHYSIOTHERAPIST);
        administrator = house.signedIn("SE2120001132-1003");
        second = house.signedIn("SE2120001132-1004");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void the_first_page_says_what_there_is_and_what_lacks() {
        assertThat(administrator.get("/admin/organisation").body())
                .contains("Vellinge kommun", "Kommun", "SE2120001132-V001", "Enheter utan chef")
                .contains("href=\"" + UNITS + "\"", "href=\"" + PEOPLE + "\"");
    }

    /** Fifteen pages in a row were eight lines on a telephone: four groups lead to the pages of each. */
    @Test
    void every_page_of_an_administrator_stands_in_a_group_and_says_where_one_is() {
        for (AdminPages.Group group : AdminPages.GROUPS)
            for (AdminPages.Page page : group.pages()) {
                HttpResponse<String> answer = administrator.get(page.path());
                assertThat(answer.statusCode()).as(page.path()).isEqualTo(200);
                assertThat(answer.body())
                        .as(page.path())
                        .containsOnlyOnce("aria-current=\"page\"")
                        .contains("<a href=\"" + page.path() + "\" aria-current=\"page\"")
                        .contains("<a href=\"" + group.path() + "\" aria-current=\"true\"")
                        .contains(AdminPages.GROUPS.stream()
                                .map(other -> "<a href=\"" + other.path() + "\"")
                                .toList());
            }
        assertThat(RightsTable.ofTheProduct().routes())
                .filteredOn(row -> row.pattern().getPatternString().startsWith("/admin/"))
                .isNotEmpty()
                .allMatch(row -> AdminPages.hold(row.pattern().getPatternString()));
    }

    /** R4-291: an account and whether several share it are kept on the person's page; whoever is signed in with it is out. */
    @Test
    void what_somebody_signs_in_with_is_kept_and_a_shared_account_is_signed_out_at_once() {
        StaffId jour = house.cast.staff("SE2120001132-1040", "Jour 4", Profession.NURSE);
        house.cast.commission(jour, TestCast.NURSES, TestCast.CARE);
        TestBrowser atWork = house.signedIn("SE2120001132-1040");
        String form = PEOPLE + "/" + jour + "/konto";

        administrator.post(form, Map.of("account", " 4101 "), form);
        assertThat(administrator.get(PEOPLE + "/" + jour).body()).contains("4101");
        assertThat(atWork.get("/min-dag").statusCode()).isEqualTo(200);
        String saras = PEOPLE + "/" + sara + "/konto";
        var taken = administrator.post(saras, Map.of("account", "4101"), saras);
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("redan hos någon annan", "value=\"4101\"");

        administrator.post(form, Map.of("account", "4101", "shared", "yes"), form);
        assertThat(administrator.get(PEOPLE + "/" + jour).body()).contains("Kontot delas av flera");
        assertThat(atWork.get("/min-dag", "Accept", "application/json").statusCode())
                .isEqualTo(401);
        assertThat(recorded("account", jour.toString())).containsExactly("keep", "keep");
    }

    @Test
    void another_care_providers_row_is_never_said_to_be_shared_and_nobody_changes_their_own() {
        String toms = PEOPLE + "/" + tom + "/konto";
        administrator.post(toms, Map.of("account", "tom@vellinge", "shared", "yes"), toms);
        assertThat(house.database
                        .owner()
                        .sql("select function_account from organisation.staff where id = ?")
                        .param(tom.value())
                        .query(Boolean.class)
                        .single())
                .isFalse();
        String own = PEOPLE + "/" + adam + "/konto";
        assertThat(administrator.post(own, Map.of("account", "adam"), own).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_unit_is_added_changed_and_closed_and_each_is_on_record_by_ids_only() {
        var added = administrator.post(
                UNITS, unit("Rehab", "SE2120001132-E900", "head", "SE2120001132-1001"), UNITS + "/ny");
        String page = TestBrowser.location(added);
        assertThat(page).endsWith("?notice=added");
        String address = page.substring(0, page.indexOf('?'));
        assertThat(administrator.get(page).body()).contains("Rehab", "SE2120001132-E900", "Sara Sjuk", "Tillagt.");

        var change = unit("Rehabenheten", "ignored", "validTo", "2020-01-31");
        change.put("validFrom", "2019-01-01");
        administrator.post(address, change, address + "/andra");
        assertThat(administrator.get(address).body())
                .contains("Rehabenheten", "SE2120001132-E900", "Stängd", "31 januari 2020", "Ingen just nu");
        assertThat(administrator.get(UNITS).body()).contains("Rehabenheten", "Stängd");

        String id = address.substring(UNITS.length() + 1);
        assertThat(recorded("unit", id)).containsExactly("add", "change");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
        var wrong = unit("", "no id!", "phone", "112");
        wrong.put("parent", "Ingenstans");
        wrong.put("head", "SE0-9");
        wrong.put("validFrom", "i går");
        var answer = administrator.post(UNITS, wrong, UNITS + "/ny");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "value=\"no id!\"",
                        "value=\"112\"",
                        "value=\"Ingenstans\"",
                        "value=\"SE0-9\"",
                        "value=\"i går\"")
                .contains(
                        "Numret går inte att ringa",
                        "Det finns ingen sådan enhet hos er",
                        "Ingen i personalen har det HSA-id:t",
                        "Skriv datumet som 2026-05-12");
        var taken = administrator.post(UNITS, unit("Ny", "se2120001132-e011", "head", ""), UNITS + "/ny");
        assertThat(taken.body()).contains("HSA-id:t finns redan", "value=\"Ny\"");
    }

    @Test
    void a_unit_cannot_be_put_below_its_own_part() {
        administrator.post(UNITS, unit("Delen", "SE2120001132-E901", "parent", "Hemtjänst Höllviken"), UNITS + "/ny");
        String home = UNITS + "/" + TestCast.HOME_CARE;
        assertThat(administrator.get(home).body()).contains("1 del", "Delen");
        var circle = administrator.post(home, unit("Hemtjänst Höllviken", "", "parent", "Delen"), home + "/andra");
        assertThat(circle.statusCode()).isEqualTo(422);
        assertThat(circle.body()).contains("En enhet kan inte ligga under sig själv");
    }

    @Test
    void another_care_providers_unit_can_neither_be_seen_nor_changed() {
        String theirs = UNITS + "/" + TestCast.ELSEWHERE;
        assertThat(administrator.get(theirs).statusCode()).isEqualTo(404);
        assertThat(administrator
                        .post(theirs, unit("Tagen", "", "head", ""), UNITS + "/ny")
                        .statusCode())
                .isEqualTo(404);
        assertThat(house.signedIn("SE2120001132-1001").get(UNITS).statusCode()).isEqualTo(403);
    }

    @Test
    void staff_are_searched_for_without_a_name_in_the_address() {
        var found = administrator.post(PEOPLE + "/sok", Map.of("sok", "sju sar"), PEOPLE);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body())
                .contains("Sara Sjuk", "sjuksköterska", "Kommunsjuksköterskorna")
                .doesNotContain("Eva Admin");
        assertThat(TestBrowser.location(administrator.get(PEOPLE + "/sok"))).endsWith(PEOPLE);
        assertThat(TestBrowser.location(administrator.get(PEOPLE + "/" + sara + "/namn")))
                .endsWith(PEOPLE + "/" + sara);
        assertThat(administrator
                        .post(PEOPLE + "/sok", Map.of("sok", "Tom"), PEOPLE)
                        .body())
                .contains("Ingen hittades");
        assertThat(administrator
                        .post(PEOPLE + "/sok", Map.of("sok", "SE2120001199-1001"), PEOPLE)
                        .body())
                .as("somebody whom another care provider keeps")
                .contains("Tom Trelleborg");
    }

    @Test
    void a_person_is_added_and_a_licence_that_does_not_exist_is_refused() {
        var wrong = person("Ulla Under", "SE2120001132-1010", "ASSISTANT_NURSE");
        wrong.put("licensed", "yes");
        assertThat(administrator.post(PEOPLE, wrong, PEOPLE + "/ny").body())
                .contains("Det finns ingen legitimation för yrket", "value=\"Ulla Under\"");
        var added = administrator.post(
                PEOPLE, person("Ulla Under", "SE2120001132-1010", "ASSISTANT_NURSE"), PEOPLE + "/ny");
        assertThat(administrator.get(TestBrowser.location(added)).body())
                .contains("Ulla Under", "undersköterska", "Utan uppdrag kommer personen inte in.");
        assertThat(administrator
                        .post(PEOPLE, person("En till", "SE2120001132-1010", "NURSE"), PEOPLE + "/ny")
                        .body())
                .contains("HSA-id:t finns redan");
    }

    /** R0-14: at the next request, as everything that is read of the register. */
    @Test
    void a_nurse_whose_licence_is_taken_away_may_no_longer_see_who_waits() {
        StaffId nurse = house.cast.staff("SE2120001132-1011", "Nina Natt", Profession.NURSE);
        house.cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        TestBrowser hers = house.signedIn("SE2120001132-1011");
        assertThat(hers.get("/min-dag").statusCode()).isEqualTo(200);
        String address = PEOPLE + "/" + nurse;
        administrator.post(address, person("Nina Natt", "", "NURSE"), address + "/andra");
        assertThat(hers.get("/min-dag").statusCode()).isEqualTo(403);
        assertThat(recorded("staff", nurse.toString())).containsExactly("change");
    }

    @Test
    void a_commission_is_given_and_ended_and_shown_as_what_it_is() {
        StaffId nurse = house.cast.staff("SE2120001132-1012", "Vera Vik", Profession.NURSE);
        String address = PEOPLE + "/" + nurse;
        var given = Map.of(
                "kind",
                "COMMISSION",
                "unit",
                "SE2120001132-E011",
                "name",
                "Vikariat",
                "what",
                TestCast.CARE,
                "validFrom",
                "2020-01-01");
        administrator.post(address + "/uppdrag", given, address + "/uppdrag/nytt");
        String page = administrator.get(address).body();
        assertThat(page).contains("Vikariat", "Kommunsjuksköterskorna", "Vård och behandling", "Från 1 januari 2020");
        assertThat(house.signedIn("SE2120001132-1012").get("/min-dag").statusCode())
                .isEqualTo(200);

        String one = page.replaceAll("(?s).*href=\"(" + address + "/uppdrag/[0-9a-f-]{36})\".*", "$1");
        assertThat(administrator.get(one).body()).contains("value=\"Vikariat\"");
        var ended = new HashMap<>(given);
        ended.put("validTo", "2020-02-01");
        administrator.post(one, ended, one);
        assertThat(administrator.get(address).body()).contains("Avslutat", "till och med 1 februari 2020");
        assertThat(house.signedIn("SE2120001132-1012").get("/min-dag").statusCode())
                .isNotEqualTo(200);
        assertThat(recorded("commission", one.substring(one.lastIndexOf('/') + 1)))
                .containsExactly("keep", "keep");
    }

    @Test
    void an_assignment_in_social_services_needs_a_unit_and_opens_no_day() {
        StaffId planner = house.cast.staff("SE2120001132-1013", "Pia Plan", Profession.CARE_ASSISTANT);
        String address = PEOPLE + "/" + planner;
        var form =
                new HashMap<>(Map.of("kind", "ASSIGNMENT", "what", "PLANNER", "validFrom", "2020-01-01", "unit", ""));
        var refused = administrator.post(address + "/uppdrag", form, address + "/uppdrag/nytt?slag=ASSIGNMENT");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Skriv vilken enhet.");
        form.put("unit", "Hemtjänst Höllviken");
        administrator.post(address + "/uppdrag", form, address + "/uppdrag/nytt?slag=ASSIGNMENT");
        assertThat(administrator.get(address).body()).contains("Planerare", "socialtjänst");
        assertThat(house.signedIn("SE2120001132-1013").get("/min-dag").statusCode())
                .isNotEqualTo(200);
    }

    /** R2-21. */
    @Test
    void training_is_recorded_by_day_and_never_about_oneself() {
        String training = PEOPLE + "/" + sara + "/utbildning/TECHNIQUE";
        var wrong = Map.of("completedOn", "2099-01-01", "expiresOn", "2020-01-01");
        assertThat(administrator.post(training, wrong, training).body())
                .contains("Den dagen har inte varit än", "Sista dagen är före", "value=\"2099-01-01\"");
        administrator.post(training, Map.of("completedOn", "2020-01-01", "expiresOn", "2021-01-01"), training);
        assertThat(administrator.get(PEOPLE + "/" + sara).body())
                .contains("Genomförd 1 januari 2020", "Har gått ut", "Saknas");
        String own = PEOPLE + "/" + adam + "/utbildning/TECHNIQUE";
        assertThat(administrator.post(own, Map.of(), training).statusCode()).isEqualTo(403);
    }

    @Test
    void nobody_gives_themselves_rights() {
        String own = PEOPLE + "/" + adam;
        assertThat(administrator.get(own).body()).contains("Det här är du").doesNotContain("Ge ett medarbetaruppdrag");
        assertThat(administrator
                        .post(own, person("Adam Admin", "", "NURSE"), PEOPLE)
                        .statusCode())
                .isEqualTo(403);
        var commission = Map.of(
                "kind",
                "COMMISSION",
                "unit",
                "SE2120001132-E011",
                "name",
                "Eget",
                "what",
                TestCast.CARE,
                "validFrom",
                "2020-01-01");
        assertThat(administrator.post(own + "/uppdrag", commission, PEOPLE).statusCode())
                .isEqualTo(403);
        String nurses = UNITS + "/" + TestCast.NURSES;
        assertThat(administrator
                        .post(
                                nurses,
                                unit("Kommunsjuksköterskorna", "", "head", "SE2120001132-1003"),
                                nurses + "/andra")
                        .body())
                .contains("Du kan inte göra dig själv till chef");
    }

    @Test
    void somebody_whom_another_care_provider_keeps_can_be_commissioned_here_but_not_changed() {
        String theirs = PEOPLE + "/" + tom;
        assertThat(administrator.get(theirs).body()).contains("Uppgifterna sköts av Trelleborgs kommun");
        assertThat(administrator
                        .post(theirs, person("Bortbytt", "", "NURSE"), PEOPLE)
                        .statusCode())
                .isEqualTo(404);
        assertThat(administrator
                        .post(theirs + "/skydd", Map.of("what", "skydda"), PEOPLE)
                        .statusCode())
                .isEqualTo(404);
        var commission = Map.of(
                "kind",
                "COMMISSION",
                "unit",
                "SE2120001132-E012",
                "name",
                "Gäst",
                "what",
                TestCast.CARE,
                "validFrom",
                "2020-01-01");
        assertThat(administrator.post(theirs + "/uppdrag", commission, PEOPLE).statusCode())
                .isEqualTo(303);
        assertThat(administrator.get(PEOPLE + "?enhet=" + TestCast.HOME_CARE).body())
                .contains("Tom Trelleborg");
    }

    @Test
    void a_commission_of_another_care_provider_is_not_found_here() {
        CommissionId elsewhere = house.cast.commission(tom, TestCast.ELSEWHERE, TestCast.CARE);
        String theirs = PEOPLE + "/" + tom + "/uppdrag/" + elsewhere;
        assertThat(administrator.get(theirs).statusCode()).isEqualTo(404);
        assertThat(administrator.post(theirs, Map.of("name", "x"), PEOPLE).statusCode())
                .isEqualTo(404);
        assertThat(administrator
                        .get(PEOPLE + "/" + sara + "/uppdrag/" + elsewhere)
                        .statusCode())
                .isEqualTo(404);
        assertThat(administrator.get(PEOPLE + "/" + sara + "/uppdrag/" + saras).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_protected_name_is_shown_on_request_only_and_that_is_on_record_and_it_takes_two_to_take_protection_away() {
        StaffId hidden = house.cast.staff("SE2120001132-1014", "Hemliga Hanna", Profession.NURSE);
        String address = PEOPLE + "/" + hidden;
        String protection = address + "/skydd";
        administrator.post(protection, Map.of("what", "skydda"), address);
        assertThat(administrator.get(address).body())
                .contains("Skyddad uppgift")
                .doesNotContain("Hemliga");
        assertThat(administrator.get(PEOPLE).body()).doesNotContain("Hemliga");
        assertThat(administrator.post(address + "/namn", Map.of(), address).body())
                .contains("Hemliga Hanna");

        var wordless = administrator.post(protection, Map.of("what", "be-om", "why", " "), address);
        assertThat(wordless.statusCode()).isEqualTo(422);
        assertThat(wordless.body()).contains("Skriv varför skyddet ska tas bort.");
        assertThat(TestBrowser.location(administrator.post(
                        protection, Map.of("what", "be-om", "why", "Beslutet har upphört."), address)))
                .endsWith("notice=asked");
        assertThat(TestBrowser.location(
                        second.post(protection, Map.of("what", "be-om", "why", "Jag tycker det."), address)))
                .endsWith("notice=not-asked");
        ask(administrator, protection, "bekrafta", "same-person");
        assertThat(second.get(address).body())
                .contains("En annan systemförvaltare har begärt", "Beslutet har upphört.");
        ask(second, protection, "bekrafta", "unprotected");
        assertThat(administrator.get(address).body()).contains("Hemliga Hanna");
        assertThat(house.database
                        .owner()
                        .sql("""
                                select action || ' ' || outcome || coalesce(' ' || nullif(ground, 'protected-identity'), '')
                                from audit.event where object_type = 'staff' and object_id = ? order by id""")
                        .param(hidden.value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "protect ALLOWED",
                        "read ALLOWED",
                        "ask-to-unprotect ALLOWED",
                        "ask-to-unprotect REFUSED not-to-ask",
                        "unprotect REFUSED takes-two-persons",
                        "unprotect ALLOWED");
        assertThat(house.database
                        .owner()
                        .sql("select ground from audit.event where object_id = ?::uuid and action = 'read'")
                        .param(hidden.toString())
                        .query(String.class)
                        .list())
                .containsExactly("protected-identity");
    }

    /** Lag (2022:913): joining is voluntary, so it is off until an administrator turns it on, for the own care provider only. */
    @Test
    void joining_the_common_documentation_is_off_until_somebody_turns_it_on_and_is_on_record() {
        String first = "/admin/organisation";
        assertThat(administrator.get(first).body()).contains("Vi är inte anslutna.");
        administrator.post(first + "/sammanhallen", Map.of("ansluten", "ja"), first);
        assertThat(administrator.get(first).body()).contains("Vi är anslutna.");
        assertThat(house.database
                        .owner()
                        .sql("select count(*) from organisation.care_provider where joined_documentation")
                        .query(Integer.class)
                        .single())
                .isOne();
        administrator.post(first + "/sammanhallen", Map.of("ansluten", "nej"), first);
        assertThat(administrator.get(first).body()).contains("Vi är inte anslutna.");
        assertThat(recorded("care-provider", TestCast.VELLINGE.toString()))
                .containsExactly("join-documentation", "leave-documentation");
    }

    private static void ask(TestBrowser browser, String protection, String what, String notice) {
        HttpResponse<String> answer = browser.post(protection, Map.of("what", what), PEOPLE);
        assertThat(TestBrowser.location(answer)).endsWith("?notice=" + notice);
    }

    private static List<String> recorded(String type, String id) {
        return house.database
                .owner()
                .sql("select action from audit.event where object_type = ? and object_id = ?::uuid order by id")
                .params(type, id)
                .query(String.class)
                .list();
    }

    private static Map<String, String> unit(String name, String hsaId, String field, String value) {
        var unit = new HashMap<>(Map.of("name", name, "hsaId", hsaId, "phone", "040-628 04 00"));
        unit.put(field, value);
        return unit;
    }

    private static Map<String, String> person(String name, String hsaId, String profession) {
        return new HashMap<>(Map.of("name", name, "hsaId", hsaId, "profession", profession));
    }
}
