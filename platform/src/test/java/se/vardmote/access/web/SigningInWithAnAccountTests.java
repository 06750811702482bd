package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.access.web.TestBrowser.location;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.vardmote.access.Assurance;
import se.vardmote.access.SessionId;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.TestCast;
import se.vardmote.directory.imports.DraftId;
import se.vardmote.directory.imports.Imports;
import se.vardmote.organisation.Assignment.Kind;
import se.vardmote.vocabulary.AssignmentId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/**
 * Staff of social services without a SITHS card, by the sign-in service of their care provider and an assignment in the
 * register (R2-65, R4-290, R4-291; offentlighets- och sekretesslagen 25 and 26).
 */
class SigningInWithAnAccountTests {
    private static final String PLANNER = "4101";
    private static final String TWO = "4102";
    private static final String ENDED = "4103";
    private static final String ELSEWHERE = "4104";
    private static final String SHARED = "4105";
    private static final String NURSE_TOO = "4106";
    private static final String NURSE_CARD = "SE2120001132-2006";
    private static TestHouse house;
    private static AssignmentId planning;

    @BeforeAll
    static void open() {
        house = TestHouse.withAccounts();
        TestCast cast = house.cast;
        planning = cast.assignment(
                person("SE2120001132-2001", "Vera Almqvist", PLANNER), TestCast.HOME_CARE, Kind.PLANNER);
        StaffId two = person("SE2120001132-2002", "Otto Ekberg", TWO);
        cast.assignment(two, TestCast.HOME_CARE, Kind.DESIGNATED_CARE_CONTACT);
        cast.assignment(two, TestCast.NURSES, Kind.HOME_CARE);
        cast.assignment(two, TestCast.ELSEWHERE, Kind.PLANNER);
        cast.endAssignment(
                cast.assignment(person("SE2120001132-2003", "Slutat Nu", ENDED), TestCast.HOME_CARE, Kind.PLANNER),
                LocalDate.of(2024, 12, 31));
        StaffId elsewhere = cast.staff("SE2120001199-2004", "Annan Kommun", Profession.CARE_ASSISTANT);
        cast.account(elsewhere, TestCast.TRELLEBORG, ELSEWHERE);
        cast.assignment(elsewhere, TestCast.ELSEWHERE, Kind.PLANNER);
        StaffId shared = person("SE2120001132-2005", "Jour 4", SHARED);
        cast.assignment(shared, TestCast.HOME_CARE, Kind.HOME_CARE);
        cast.shared(shared);
        StaffId nurse = cast.staff(NURSE_CARD, "Sara Sjuk", Profession.NURSE);
        cast.account(nurse, TestCast.VELLINGE, NURSE_TOO);
        cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        cast.assignment(nurse, TestCast.HOME_CARE, Kind.PLANNER);
        cast.administers(nurse, TestCast.VELLINGE);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void honestAgain() {
        house.accounts.spoil = FakeIdentityProvider.Spoil.NOTHING;
        house.accounts.claims.clear();
    }

    @Test
    void SITHS_comes_first_then_the_account() {
        String page = house.browser().get("/logga-in").body();

        assertThat(page.indexOf("/logga-in/tjanst")).isPositive().isLessThan(page.indexOf("/logga-in/konto/vellinge"));
        assertThat(page).contains("Logga in med kommunens konto");
    }

    @Test
    void one_assignment_leads_straight_in_and_name_unit_and_way_are_on_every_page() {
        var browser = house.browser();

        assertThat(location(signIn(browser, PLANNER))).isEqualTo("/");
        for (String path : List.of("/", "/inloggningar", "/gallring", "/byt-uppdrag")) {
            assertThat(browser.get(path).body())
                    .as(path)
                    .contains("Vera Almqvist", "Planerare", "Hemtjänst Höllviken", "Kommunens konto");
        }
        assertThat(browser.get("/").body()).contains("Uppgifter ur patientjournaler syns inte för dig");
    }

    @Test
    void several_choose_among_those_of_the_municipality_and_switch_later_without_signing_in_anew() {
        var browser = house.browser();
        assertThat(location(signIn(browser, TWO))).endsWith("/logga-in/uppdrag");
        String choice = browser.get("/logga-in/uppdrag").body();
        assertThat(choice)
                .contains("Fast omsorgskontakt", "Kommunsjuksköterskorna")
                .doesNotContain("Trelleborg");

        assertThat(location(browser.post("/logga-in/uppdrag", Map.of("role", role(choice)), "/logga-in/uppdrag")))
                .isEqualTo("/");
        String switching = browser.get("/byt-uppdrag").body();
        assertThat(switching).doesNotContain("Trelleborg");
        assertThat(location(browser.post("/byt-uppdrag", Map.of("role", role(switching)), "/byt-uppdrag")))
                .isEqualTo("/");
        assertThat(browser.get("/").body()).contains("Otto Ekberg", "Kommunens konto");
    }

    @Test
    void none_that_holds_today_is_refused_with_what_to_do_and_put_on_record() {
        HttpResponse<String> refused = signIn(house.browser(), ENDED);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("inget uppdrag i socialtjänsten", "Be din chef eller systemförvaltaren");
        assertThat(grounds("Slutat Nu")).containsExactly("no-assignment");
    }

    /** R4-291. */
    @Test
    void an_account_that_several_share_is_refused_with_the_reason() {
        HttpResponse<String> refused = signIn(house.browser(), SHARED);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Konton som delas får inte användas");
        assertThat(grounds("Jour 4")).containsExactly("shared-account");
    }

    @Test
    void a_session_of_a_row_that_turns_out_to_be_shared_opens_nothing_more() {
        StaffId late = person("SE2120001132-2009", "Jour 5", "4109");
        house.cast.assignment(late, TestCast.HOME_CARE, Kind.HOME_CARE);
        var browser = house.browser();
        signIn(browser, "4109");
        house.cast.shared(late);

        assertThat(location(browser.get("/inloggningar", "Accept", "text/html")))
                .endsWith("/logga-in");
    }

    /** R4-291: by file as by page, and nobody else is. */
    @Test
    void whoever_loses_the_account_by_file_or_turns_out_to_be_several_is_signed_out_at_once() {
        for (String number : List.of("4110", "4111", "4112", "4113")) {
            StaffId one = person("SE2120001132-" + number, "Konto " + number, number);
            house.cast.assignment(one, TestCast.HOME_CARE, Kind.HOME_CARE);
            signIn(house.browser(), number);
        }
        assertThat(signedOut()).isEmpty();
        readIn("HSA-id;Namn;Yrke;Legitimation;Konto;Delat konto\n"
                + "SE2120001132-4110;Konto 4110;vårdbiträde;nej;;nej\n"
                + "SE2120001132-4111;Konto 4111;vårdbiträde;nej;4119;nej\n"
                + "SE2120001132-4112;Konto 4112;vårdbiträde;nej;4112;ja\n"
                + "SE2120001132-4113;Annat Namn;vårdbiträde;nej;4113;nej\n");

        assertThat(signedOut()).containsExactly("SE2120001132-4110", "SE2120001132-4111", "SE2120001132-4112");
    }

    private static void readIn(String file) {
        var imports = house.context().getBean(Imports.class);
        var administrator = new SystemAdministrator(
                new SessionId(UUID.randomUUID()),
                house.cast.staff("SE2120001132-2011", "Adam Admin", Profession.ADMINISTRATOR),
                HsaId.of("SE2120001132-2011"),
                "Adam Admin",
                TestCast.VELLINGE,
                Assurance.LOA3);
        DraftId sent = imports.send(
                administrator, se.vardmote.directory.imports.Kind.STAFF, file.getBytes(StandardCharsets.UTF_8));
        String digest = imports.report(administrator, sent).orElseThrow().digest();
        assertThat(imports.readIn(administrator, sent, digest)).isTrue();
    }

    private static List<String> signedOut() {
        return house.database
                .owner()
                .sql("select m.hsa_id from access.session s join organisation.staff m on m.id = s.staff_id "
                        + "where s.revoked_why = 'revoked' order by m.hsa_id")
                .query(String.class)
                .list();
    }

    /** It speaks for Vellinge only: what it says of others' people is not believed, whatever it says. */
    @ParameterizedTest
    @ValueSource(strings = {ELSEWHERE, "4199", "41O1", " 4101", "SE2120001132-2001"})
    void an_account_that_the_register_of_the_municipality_does_not_have_is_nobodys(String account) {
        HttpResponse<String> refused = signIn(house.browser(), account);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Kontot är inte kopplat till någon här");
    }

    /** Somebody who is a nurse and an administrator too is neither here: that takes the card. */
    @Test
    void an_account_opens_no_commission_and_no_system_that_the_person_also_has() {
        var browser = house.browser();
        assertThat(location(signIn(browser, NURSE_TOO))).isEqualTo("/");

        assertThat(browser.get("/min-dag", "Accept", "text/html").body()).contains("hör till hälso- och sjukvården");
        assertThat(browser.get("/admin/organisation").statusCode()).isEqualTo(403);
        String commission = house.database
                .owner()
                .sql("select c.id::text from organisation.commission c join organisation.staff s on s.id = c.staff_id "
                        + "where s.hsa_id = ?")
                .param(NURSE_CARD)
                .query(String.class)
                .single();
        assertThat(browser.get("/byt-uppdrag").body()).doesNotContain(commission);
        assertThat(browser.post("/byt-uppdrag", Map.of("role", commission), "/byt-uppdrag")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/min-dag").statusCode()).isEqualTo(403);
    }

    @Test
    void with_the_card_the_same_person_chooses_among_all_of_it() {
        var browser = house.signedIn(NURSE_CARD);

        assertThat(browser.get("/logga-in/uppdrag").body()).contains("Uppdrag på Kommunsjuksköterskorna", "Planerare");
    }

    /** The database itself: no line of ours can let an account into a commission. */
    @Test
    void a_session_by_account_is_always_under_an_assignment() {
        var browser = house.browser();
        signIn(browser, PLANNER);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> house.database
                        .owner()
                        .sql("update access.session set assignment_id = null where way = 'ACCOUNT'")
                        .update()))
                .hasMessageContaining("accounts_open_assignments_only");
    }

    @Test
    void the_sign_in_is_over_with_the_assignment() {
        StaffId short_ = person("SE2120001132-2008", "Kort Tid", "4108");
        AssignmentId assignment = house.cast.assignment(short_, TestCast.HOME_CARE, Kind.PLANNER);
        var browser = house.browser();
        signIn(browser, "4108");
        assertThat(browser.get("/inloggningar").statusCode()).isEqualTo(200);
        house.cast.endAssignment(assignment, LocalDate.of(2024, 12, 31));

        assertThat(location(browser.get("/inloggningar", "Accept", "text/html")))
                .endsWith("/logga-in");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void an_id_token_that_does_not_hold_signs_nobody_in(FakeIdentityProvider.Spoil spoil) {
        house.accounts.spoil = spoil;
        var browser = house.browser();

        assertThat(signIn(browser, PLANNER).body()).contains("Inloggningen gick inte fram");
        assertThat(browser.cookies).doesNotContainKey("__Host-session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://id.sambi.se/loa/loa1", "1", ""})
    void a_level_that_is_not_among_those_that_are_enough_is_refused_with_what_to_do(String acr) {
        assertThat(signIn(house.browser(), PLANNER, acr).body()).contains("Inloggningen var inte säker nog");
    }

    /** Only a card is as sure as a card, whatever the municipality's service says of itself. */
    @Test
    void a_service_that_says_it_is_as_sure_as_a_card_is_kept_as_less() {
        signIn(house.browser(), PLANNER, Assurance.LOA3.acr());
        assertThat(house.database
                        .owner()
                        .sql("select distinct assurance from access.session where way = 'ACCOUNT'")
                        .query(String.class)
                        .list())
                .containsExactly("LOA2");
    }

    @Test
    void it_is_asked_with_state_nonce_and_code_challenge_and_answers_at_an_address_of_its_own() {
        URI asked = URI.create(location(house.browser().get("/logga-in/konto/vellinge")));

        assertThat(asked.getQuery())
                .contains("state=", "nonce=", "code_challenge_method=S256", "acr_values=http://id.sambi.se/loa/loa2")
                .contains("prompt=login")
                .contains("redirect_uri=" + house.origin() + "/logga-in/konto/vellinge/svar");
    }

    /** RFC 9700, 4.4: neither service can answer for the other. */
    @Test
    void an_answer_at_the_other_services_address_signs_nobody_in() {
        var browser = house.browser();
        house.accounts.claims.put("employeeNumber", PLANNER);
        URI back = house.accounts.approve(
                URI.create(location(browser.get("/logga-in/konto/vellinge"))), "any", Assurance.LOA2.acr());
        assertThat(browser.get("/logga-in/svar?" + back.getRawQuery()).body()).contains("tog för lång tid");

        var other = house.browser();
        URI card = house.provider.approve(
                URI.create(location(other.get("/logga-in/tjanst"))), NURSE_CARD, Assurance.LOA3.acr());
        assertThat(other.get("/logga-in/konto/vellinge/svar?" + card.getRawQuery())
                        .body())
                .contains("tog för lång tid");
    }

    @Test
    void a_service_that_is_not_configured_is_no_page() {
        assertThat(house.browser().get("/logga-in/konto/trelleborg").statusCode())
                .isEqualTo(404);
        assertThat(house.browser()
                        .get("/logga-in/konto/trelleborg/svar?code=x&state=y")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_sign_in_stands_in_the_log_under_its_assignment() {
        signIn(house.browser(), PLANNER);

        assertThat(house.database
                        .owner()
                        .sql("select object_id::text from audit.event where actor_name = 'Vera Almqvist' "
                                + "and action = 'sign-in' and object_type = 'assignment' limit 1")
                        .query(String.class)
                        .list())
                .containsExactly(planning.toString());
    }

    private static StaffId person(String hsaId, String name, String account) {
        StaffId id = house.cast.staff(hsaId, name, Profession.CARE_ASSISTANT);
        house.cast.account(id, TestCast.VELLINGE, account);
        return id;
    }

    private static HttpResponse<String> signIn(TestBrowser browser, String account) {
        return signIn(browser, account, Assurance.LOA2.acr());
    }

    private static HttpResponse<String> signIn(TestBrowser browser, String account, @Nullable String acr) {
        house.accounts.claims.put("employeeNumber", account);
        URI asked = URI.create(location(browser.get("/logga-in/konto/vellinge")));
        return browser.get(
                house.accounts.approve(asked, "any", String.valueOf(acr)).toString());
    }

    private static String role(String page) {
        return page.replaceAll("(?s).*name=\"role\" value=\"([^\"]+)\".*", "$1");
    }

    private static List<String> grounds(String name) {
        return house.database
                .owner()
                .sql("select distinct ground from audit.event where actor_name = ? and outcome = 'REFUSED'")
                .param(name)
                .query(String.class)
                .list();
    }
}
