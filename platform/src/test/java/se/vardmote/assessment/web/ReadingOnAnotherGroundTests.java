package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TestCast;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.access.grounds.StatedGrounds;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropIn;
import se.vardmote.clients.Protection;
import se.vardmote.clients.Protections;
import se.vardmote.meetings.TestColleagues;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/**
 * Inner secrecy and its exceptions, paragraph by paragraph: patientdatalagen 4:1–4:3, lag (2022:913) 3:1–3:7. What is closed says
 * why; a stated ground opens one person, for a while, in one commission; every reading carries it; the head of unit sees it.
 */
class ReadingOnAnotherGroundTests {
    private static final String TOLVAN = "19121212-1212";
    private static final String NOBODY = "19610118-2803";
    private static final String SARA = "SE2120001132-1001";
    private static final String HILDA = "SE2120001132-1002";
    private static final String BOSS = "SE2120001132-1003";
    private static final String TORA = "SE2120001199-2001";
    private static final String MEASURES = "Sårvård varje dag";
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final TestHouse house = TestHouse.anew();
    private final TestCalls calls = new TestCalls(house);
    private final StaffId sara = house.cast.staff(SARA, "Sara Sjuk", Profession.NURSE);
    private final StaffId hilda = house.cast.staff(HILDA, "Hilda Hem", Profession.NURSE);
    private DropIn call;

    @BeforeEach
    void a_call_at_the_nurses_and_colleagues_elsewhere() {
        house.cast.commission(sara, TestCast.NURSES, TestCast.CARE);
        house.cast.commission(hilda, TestCast.HOME_CARE, TestCast.CARE);
        StaffId boss = house.cast.staff(BOSS, "Disa Holmqvist", Profession.NURSE);
        house.cast.commission(boss, TestCast.HOME_CARE, TestCast.CARE);
        house.cast.heads(boss, TestCast.HOME_CARE);
        StaffId tora = house.cast.staff(TORA, "Tora Trell", Profession.NURSE);
        house.cast.commission(tora, TestCast.ELSEWHERE, TestCast.CARE);
        call = calls.documented("Tolvan Tolvansson", TOLVAN, sara, MEASURES);
    }

    /** Patientdatalagen 4:1. */
    @Test
    void who_has_no_relation_meets_a_page_that_says_why_and_tells_nothing_of_whether_the_person_is_known() {
        TestBrowser browser = house.signedIn(HILDA);
        HttpResponse<String> known = search(browser, TOLVAN);
        HttpResponse<String> unknown = search(browser, NOBODY);
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.body())
                .contains("Personen är inte öppen för dig", "Hemtjänst Höllviken")
                .doesNotContain("Tolvan", MEASURES);
        assertThat(main(known).replace(TOLVAN, "")).isEqualTo(main(unknown).replace(NOBODY, ""));
    }

    @Test
    void who_has_the_relation_in_another_commission_is_told_to_switch() {
        CommissionId atHome = house.cast.commission(sara, TestCast.HOME_CARE, TestCast.CARE);
        TestBrowser browser = house.signedIn(SARA);
        browser.post("/logga-in/uppdrag", Map.of("role", atHome.toString()), "/logga-in/uppdrag");
        assertThat(search(browser, TOLVAN).body())
                .contains("Du har hand om personen i ett annat uppdrag: Kommunsjuksköterskorna");
    }

    /** Patientdatalagen 4:1, each of its reasons that is offered. */
    @ParameterizedTest
    @CsvSource({"ASKED_BY_COLLEAGUE", "CONTACTED_BY_PATIENT", "FOLLOW_UP", "COMPLAINT"})
    void within_the_care_provider_a_stated_ground_opens_what_was_documented_to_read_and_nothing_to_write(
            String ground) {
        TestBrowser browser = house.signedIn(HILDA);
        String patient = stated(browser, TOLVAN, ground, Map.of());
        assertThat(browser.get(patient).body())
                .contains("Öppet på annan grund än en vårdrelation", "Tolvan Tolvansson", "Kommunsjuksköterskorna");
        String note = browser.get(patient + "/samtal/" + call.id()).body();
        assertThat(note).contains(MEASURES, "Öppet på annan grund").doesNotContain("/bevara", "<textarea");
        assertThat(browser.get("/historik/" + call.id()).statusCode()).isEqualTo(403);
        for (String kind : List.of("history", "drop-in", "note")) {
            assertThat(groundsOf(kind))
                    .containsOnly(AccessGround.valueOf(ground).word());
            assertThat(activities(kind)).containsOnly("READ");
        }
    }

    @Test
    void another_person_stays_closed() {
        DropIn other = calls.documented("Elsa Provdotter", "20030202-2389", sara, "Annat");
        TestBrowser browser = house.signedIn(HILDA);
        String patient = stated(browser, TOLVAN, "FOLLOW_UP", Map.of());
        assertThat(browser.get("/patient/" + other.client()).statusCode()).isEqualTo(403);
        HttpResponse<String> mixed = browser.get(patient + "/samtal/" + other.id());
        assertThat(mixed.statusCode()).isEqualTo(403);
        assertThat(mixed.body()).doesNotContain("Annat", "Elsa");
        assertThat(refusals("no-relation")).isEqualTo(2);
    }

    @Test
    void it_closes_by_itself_after_four_hours() {
        TestBrowser browser = house.signedIn(HILDA);
        String patient = stated(browser, TOLVAN, "FOLLOW_UP", Map.of());
        earlier("3 hours 59 minutes");
        assertThat(browser.get(patient).statusCode()).isEqualTo(200);
        earlier("2 minutes");
        assertThat(browser.get(patient).statusCode()).isEqualTo(403);
    }

    @Test
    void it_closes_when_the_reader_closes_it_and_with_the_sign_in() {
        TestBrowser browser = house.signedIn(HILDA);
        String patient = stated(browser, TOLVAN, "FOLLOW_UP", Map.of());
        browser.post(patient + "/stang", Map.of(), patient);
        assertThat(browser.get(patient).statusCode()).isEqualTo(403);
        stated(browser, TOLVAN, "FOLLOW_UP", Map.of());
        assertThat(house.signedIn(HILDA).get(patient).statusCode())
                .as("another sign-in of the same person")
                .isEqualTo(403);
        assertThat(browser.get(patient).statusCode()).isEqualTo(200);
    }

    @Test
    void it_closes_when_the_reader_goes_to_another_commission() {
        CommissionId one = house.cast.commission(
                hilda, house.cast.unit("Hemtjänst Vellinge", "SE2120001132-E061", null), TestCast.CARE);
        CommissionId other = house.cast.commission(
                hilda, house.cast.unit("Hemtjänst Skanör", "SE2120001132-E062", null), TestCast.CARE);
        TestBrowser browser = house.signedIn(HILDA);
        browser.post("/logga-in/uppdrag", Map.of("role", one.toString()), "/logga-in/uppdrag");
        String patient = stated(browser, TOLVAN, "FOLLOW_UP", Map.of());
        switches(browser, other);
        assertThat(browser.get(patient).statusCode()).isEqualTo(403);
        switches(browser, one);
        assertThat(browser.get(patient).statusCode()).as("back again").isEqualTo(403);
    }

    private static void switches(TestBrowser browser, CommissionId commission) {
        browser.post("/byt-uppdrag", Map.of("role", commission.toString()), "/byt-uppdrag");
    }

    @Test
    void a_ground_needs_to_be_chosen_and_said_in_words_and_what_was_typed_stays() {
        TestBrowser browser = house.signedIn(HILDA);
        HttpResponse<String> none = browser.post("/historik/annan-grund", Map.of("identity", TOLVAN), "/historik");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Välj varför du behöver läsa.", TOLVAN);
        HttpResponse<String> wordless = state(browser, TOLVAN, "FOLLOW_UP", Map.of("reason", "  "));
        assertThat(wordless.statusCode()).isEqualTo(422);
        assertThat(wordless.body()).contains("Skriv varför du behöver läsa.");
        HttpResponse<String> long_ = state(browser, TOLVAN, "FOLLOW_UP", Map.of("reason", "Därför ".repeat(90)));
        assertThat(long_.statusCode()).isEqualTo(422);
        assertThat(long_.body()).contains("högst 500 tecken", "Därför Därför");
        assertThat(open()).isZero();
    }

    @Test
    void of_somebody_with_no_call_there_it_says_so_after_the_ground_was_stated_and_that_is_on_record() {
        TestBrowser browser = house.signedIn(HILDA);
        HttpResponse<String> nobody = state(browser, NOBODY, "FOLLOW_UP", Map.of("reason", "Uppföljning"));
        assertThat(nobody.body()).contains("Där finns inga samtal med personen");
        assertThat(groundsOf("history")).contains("stated.follow-up");
        assertThat(open()).isZero();
    }

    /** Joining the common documentation is voluntary: until both have, nothing is offered and nothing opens. */
    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true"})
    void between_care_providers_it_is_closed_until_both_have_joined(boolean reader, boolean owner) {
        joined(TestCast.TRELLEBORG.toString(), reader);
        joined(TestCast.VELLINGE.toString(), owner);
        TestBrowser tora = house.signedIn(TORA);
        assertThat(search(tora, TOLVAN).body()).doesNotContain("PATIENT_RELATION_CONSENT", "EMERGENCY_UNBLOCKED");
        for (AccessGround ground : AccessGround.values()) {
            HttpResponse<String> answer = state(tora, TOLVAN, ground.name(), all(ground));
            assertThat(answer.body()).doesNotContain("Tolvan Tolvansson");
        }
        assertThat(open()).isZero();
        assertThat(tora.get("/patient/" + call.client()).statusCode()).isEqualTo(403);
    }

    /** Lag (2022:913) 3:1, 3:3–4, 3:6: each ground with all that its paragraph demands. */
    @ParameterizedTest
    @EnumSource(
            value = AccessGround.class,
            names = {"PATIENT_RELATION_CONSENT", "UNABLE_TO_CONSENT", "CHILD_NO_CONSENT", "EMERGENCY_UNBLOCKED"})
    void between_care_providers_that_have_joined_each_ground_opens_with_all_its_conditions(AccessGround ground) {
        bothJoined();
        TestBrowser tora = house.signedIn(TORA);
        String patient = TestBrowser.location(state(tora, TOLVAN, ground.name(), all(ground)))
                .replaceFirst("^https?://[^/]+", "");
        assertThat(patient).isEqualTo("/patient/" + call.client());
        String page = tora.get(patient + "/samtal/" + call.id()).body();
        assertThat(page).contains(MEASURES, "Vellinge kommun");
        assertThat(page.contains("Nödöppnat")).isEqualTo(ground.emergency());
        assertThat(activities("note")).containsOnly(ground.emergency() ? "EMERGENCY_OPEN" : "READ");
    }

    /** 3:7: the grounds are all that there are; consent without the rest opens nothing. */
    @ParameterizedTest
    @EnumSource(
            value = AccessGround.class,
            names = {"PATIENT_RELATION_CONSENT", "UNABLE_TO_CONSENT", "CHILD_NO_CONSENT", "EMERGENCY_UNBLOCKED"})
    void a_condition_that_is_not_vouched_for_keeps_it_closed(AccessGround ground) {
        bothJoined();
        TestBrowser tora = house.signedIn(TORA);
        for (AccessGround.Condition left : ground.conditions()) {
            Map<String, String> form = new HashMap<>(all(ground));
            form.put(
                    "conditions",
                    String.join(
                            ",",
                            ground.conditions().stream()
                                    .filter(one -> one != left)
                                    .map(Enum::name)
                                    .toList()));
            HttpResponse<String> answer = state(tora, TOLVAN, ground.name(), form);
            assertThat(answer.statusCode()).as("without " + left).isEqualTo(422);
            assertThat(answer.body()).contains("Allt behöver stämma.");
        }
        assertThat(open()).isZero();
    }

    /** Whatever page asks: the rule stands once, below all of them. */
    @Test
    void what_no_form_would_send_is_refused_by_the_rule_itself_and_is_on_record() {
        var grounds = house.context().getBean(StatedGrounds.class);
        StaffMember reader =
                new TestColleagues(house.cast, house.database).at(TestCast.ELSEWHERE, "Tove Ahlgren", Profession.NURSE);
        AccessGround ground = AccessGround.PATIENT_RELATION_CONSENT;
        Set<AccessGround.Condition> all = Set.copyOf(ground.conditions());
        assertThatThrownBy(() -> grounds.state(reader, TestCast.VELLINGE, call.client(), ground, all, "Behövs"))
                .as("neither has joined")
                .isInstanceOf(ProblemException.class);
        bothJoined();
        for (AccessGround.Condition left : all) {
            Set<AccessGround.Condition> rest =
                    all.stream().filter(one -> one != left).collect(Collectors.toSet());
            assertThatThrownBy(() -> grounds.state(reader, TestCast.VELLINGE, call.client(), ground, rest, "Behövs"))
                    .as("without " + left)
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(open()).isZero();
        assertThat(refusals("ground.not-for-this")).isEqualTo(1 + all.size());
    }

    @Test
    void a_ground_within_the_own_care_provider_opens_nothing_at_another() {
        bothJoined();
        TestBrowser tora = house.signedIn(TORA);
        HttpResponse<String> answer =
                state(tora, TOLVAN, "FOLLOW_UP", Map.of("reason", "x", "provider", TestCast.VELLINGE.toString()));
        assertThat(answer.body()).contains("Där finns inga samtal");
        assertThat(open()).isZero();
    }

    @Test
    void when_a_care_provider_leaves_what_was_open_closes_at_once() {
        bothJoined();
        TestBrowser tora = house.signedIn(TORA);
        String patient = stated(tora, TOLVAN, "EMERGENCY_UNBLOCKED", all(AccessGround.EMERGENCY_UNBLOCKED));
        joined(TestCast.VELLINGE.toString(), false);
        assertThat(tora.get(patient).statusCode()).isEqualTo(403);
    }

    /** Patientdatalagen 4:3: the head sees that it was read, on what ground and why, and no reading can be without it. */
    @Test
    void the_head_of_the_readers_unit_sees_ground_and_reason_in_the_review() {
        TestBrowser browser = house.signedIn(HILDA);
        String patient = stated(browser, TOLVAN, "ASKED_BY_COLLEAGUE", Map.of("reason", "Nattpersonalen bad om råd"));
        browser.get(patient + "/samtal/" + call.id());
        house.database
                .owner()
                .sql("update audit.event set at = at - interval '2 days'")
                .update();
        earlier("2 days");
        TestBrowser boss = house.signedIn(BOSS);
        LocalDate day = LocalDate.ofInstant(house.clock().instant(), SWEDEN).minusDays(2);
        String review = TestBrowser.location(boss.post(
                        "/loggranskning",
                        Map.of("from", day.toString(), "to", day.plusDays(1).toString()),
                        "/loggranskning"))
                .replaceFirst("^https?://[^/]+", "");
        assertThat(boss.get(review).body())
                .contains(
                        "Annan grund än en vårdrelation",
                        "Hilda Hem",
                        "en kollega bad om hjälp",
                        "Nattpersonalen bad om råd",
                        "Tolvan Tolvansson");
    }

    /** Patientdatalagen 8:5, lag (2022:913) 4:5. */
    @Test
    void the_patients_extract_says_which_unit_read_and_on_what_ground() {
        bothJoined();
        TestBrowser tora = house.signedIn(TORA);
        String patient = stated(tora, TOLVAN, "EMERGENCY_UNBLOCKED", all(AccessGround.EMERGENCY_UNBLOCKED));
        tora.get(patient + "/samtal/" + call.id());
        house.clock().pass(Duration.ofMinutes(1));
        StaffId admin = house.cast.staff("SE2120001132-1009", "Adam Admin", Profession.ADMINISTRATOR);
        house.cast.administers(admin, TestCast.VELLINGE);
        String extract = house.signedIn("SE2120001132-1009")
                .post("/loggutdrag", Map.of("identity", TOLVAN, "ground", "PATIENT"), "/loggutdrag")
                .body();
        assertThat(extract)
                .contains("Hemtjänst Trelleborg", "Nödöppnat", "Nödöppning: fara för livet")
                .doesNotContain("Tora");
    }

    @Test
    void protected_personal_data_stay_hidden_on_a_stated_ground_too() {
        house.context()
                .getBean(Protections.class)
                .set(
                        TestCast.VELLINGE,
                        TestCalls.number(TOLVAN),
                        Protection.Way.PAGE,
                        AuditedActor.of(TestCast.as(sara)));
        TestBrowser browser = house.signedIn(HILDA);
        String patient = stated(browser, TOLVAN, "FOLLOW_UP", Map.of());
        assertThat(browser.get(patient).body()).contains("Skyddad uppgift").doesNotContain("Tolvan", "1212-1212");
        assertThat(browser.get(patient + "/samtal/" + call.id()).body())
                .contains("Skyddad uppgift")
                .doesNotContain("Tolvan", "1212-1212");
    }

    @Test
    void the_running_role_changes_no_statement() {
        stated(house.signedIn(HILDA), TOLVAN, "FOLLOW_UP", Map.of());
        for (String change :
                List.of("update access.stated_ground set reason = 'x'", "delete from access.stated_ground"))
            assertThatThrownBy(() -> house.database.app().sql(change).update())
                    .hasRootCauseMessage("ERROR: permission denied for table stated_ground");
    }

    private static HttpResponse<String> search(TestBrowser browser, String number) {
        return browser.post("/historik/person", Map.of("identity", number), "/historik");
    }

    private String stated(TestBrowser browser, String number, String ground, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(Map.of("reason", "Behövs för vården"));
        form.putAll(more);
        HttpResponse<String> answer = state(browser, number, ground, form);
        assertThat(answer.statusCode()).isEqualTo(303);
        return TestBrowser.location(answer).replaceFirst("^https?://[^/]+", "");
    }

    private static HttpResponse<String> state(
            TestBrowser browser, String number, String ground, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(Map.of("identity", number, "ground", ground, "steg", "villkor"));
        form.putAll(more);
        return browser.post("/historik/annan-grund", form, "/historik");
    }

    /** All that a ground demands, of Vellinge's data. */
    private static Map<String, String> all(AccessGround ground) {
        return Map.of(
                "provider",
                TestCast.VELLINGE.toString(),
                "reason",
                "Behövs för vården",
                "conditions",
                String.join(",", ground.conditions().stream().map(Enum::name).toList()));
    }

    private void bothJoined() {
        joined(TestCast.TRELLEBORG.toString(), true);
        joined(TestCast.VELLINGE.toString(), true);
    }

    private void joined(String provider, boolean joined) {
        house.database
                .owner()
                .sql("update organisation.care_provider set joined_documentation = ? where id = ?::uuid")
                .params(joined, provider)
                .update();
    }

    /** As if what was stated had been stated so much earlier. */
    private void earlier(String time) {
        house.database
                .owner()
                .sql(
                        "update access.stated_ground set stated_at = stated_at - :time::interval, until = until - :time::interval")
                .param("time", time)
                .update();
    }

    private int open() {
        return house.database
                .owner()
                .sql("select count(*) from access.stated_ground")
                .query(Integer.class)
                .single();
    }

    private List<String> groundsOf(String kind) {
        return column("ground", kind);
    }

    private List<String> activities(String kind) {
        return column("activity", kind);
    }

    private List<String> column(String name, String kind) {
        return house.database
                .owner()
                .sql("select " + name
                        + " from audit.event where object_type = ? and ground like 'stated.%' order by id")
                .param(kind)
                .query(String.class)
                .list();
    }

    private int refusals(String why) {
        return house.database
                .owner()
                .sql("select count(*) from audit.event where outcome = 'REFUSED' and ground = ?")
                .param(why)
                .query(Integer.class)
                .single();
    }

    private static String main(HttpResponse<String> page) {
        String body = page.body();
        return body.substring(body.indexOf("<main"), body.indexOf("</main>"))
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
