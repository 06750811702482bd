package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.vardmote.access.TestCast;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.access.grounds.StatedGrounds;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.DropIn;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** What the patient has blocked is not read, on whatever ground, until the law lets it (patientdatalagen 4:4–4:5; 2022:913 2:3, 3:5). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlockedByThePatientTests {
    private static final String TOLVAN = "19121212-1212";
    private static final String SARA = "SE2120001132-1001";
    private static final String HILDA = "SE2120001132-1002";
    private static final String TORA = "SE2120001199-2001";
    private static final String MEASURES = "Sårvård varje dag";
    private static final String BLOCKED = "Det finns uppgifter som patienten har spärrat.";
    private final TestHouse house = TestHouse.anew();
    private final TestCalls calls = new TestCalls(house);
    private StaffId nurse;
    private DropIn call;
    private String patient;
    private TestBrowser sara;

    @BeforeAll
    void a_call_at_the_nurses_and_colleagues_elsewhere() {
        nurse = house.cast.staff(SARA, "Sara Sjuk", Profession.NURSE);
        house.cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        house.cast.commission(
                house.cast.staff(HILDA, "Hilda Hem", Profession.NURSE), TestCast.HOME_CARE, TestCast.CARE);
        house.cast.commission(
                house.cast.staff(TORA, "Tora Trell", Profession.NURSE), TestCast.ELSEWHERE, TestCast.CARE);
        call = calls.documented("Tolvan Tolvansson", TOLVAN, nurse, MEASURES);
        patient = "/patient/" + call.client();
        house.database
                .owner()
                .sql("update organisation.care_provider set joined_documentation = true")
                .update();
    }

    @BeforeEach
    void somebody_at_the_unit() {
        sara = house.signedIn(SARA);
    }

    @AfterEach
    void nothing_is_blocked() {
        house.database.owner().sql("truncate clients.block").update();
    }

    /** Patientdatalagen 4:4. */
    @Test
    void what_a_unit_has_is_blocked_for_the_others_of_the_care_provider_at_once_and_open_at_the_unit() {
        TestBrowser hilda = reading(HILDA, AccessGround.FOLLOW_UP);
        assertThat(hilda.get(patient + "/samtal/" + call.id()).body()).contains(MEASURES);

        assertThat(change(sara, "enheten", "").body()).isEmpty();

        assertThat(hilda.get(patient).body()).contains(BLOCKED).doesNotContain("/samtal/");
        HttpResponse<String> direct = hilda.get(patient + "/samtal/" + call.id());
        assertThat(direct.statusCode()).isEqualTo(403);
        assertThat(direct.body()).doesNotContain(MEASURES);
        assertThat(sara.get("/historik/" + call.id()).statusCode())
                .as("at the unit")
                .isEqualTo(200);
    }

    @Test
    void a_unit_blocked_within_is_open_to_another_care_provider_and_the_other_way_round() {
        change(sara, "enheten", "");
        assertThat(reading(TORA, AccessGround.PATIENT_RELATION_CONSENT)
                        .get(patient)
                        .body())
                .contains("/samtal/")
                .doesNotContain(BLOCKED);
        lift(sara, "hav");
        change(sara, "vardgivaren", "");
        assertThat(reading(HILDA, AccessGround.FOLLOW_UP).get(patient).body())
                .contains("/samtal/")
                .doesNotContain(BLOCKED);
    }

    /** Patientdatalagen 4:5: with consent, or when the patient cannot be asked and the care cannot do without. */
    @ParameterizedTest
    @CsvSource({"CONSENT_BLOCK_LIFTED, READ", "EMERGENCY_BLOCK_LIFTED, EMERGENCY_OPEN"})
    void within_the_care_provider_it_is_opened_for_a_while_with_all_that_the_law_demands(
            AccessGround ground, String activity) {
        change(sara, "enheten", "");
        TestBrowser hilda = reading(HILDA, AccessGround.FOLLOW_UP);
        assertThat(hilda.get(patient).body()).contains(patient + "/sparrat");
        HttpResponse<String> nothing = hilda.post(patient + "/sparrat", Map.of(), patient + "/sparrat");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Välj varför du behöver läsa.");
        for (AccessGround.Condition left : ground.conditions()) {
            Map<String, String> form = vouched(ground);
            form.put(
                    "conditions",
                    all(ground.conditions().stream().filter(one -> one != left).toList()));
            HttpResponse<String> answer = hilda.post(patient + "/sparrat", form, patient + "/sparrat");
            assertThat(answer.statusCode()).as("without " + left).isEqualTo(422);
            assertThat(answer.body()).contains("Allt behöver stämma.", "Behövs för vården");
        }

        assertThat(TestBrowser.location(hilda.post(patient + "/sparrat", vouched(ground), patient + "/sparrat")))
                .endsWith(patient);

        assertThat(hilda.get(patient + "/samtal/" + call.id()).body()).contains(MEASURES);
        assertThat(latest("activity")).isEqualTo(activity);
        assertThat(latest("ground")).isEqualTo(ground.word());
        assertThat(reading(HILDA, AccessGround.FOLLOW_UP).get(patient).body())
                .as("the block stays for the next sign-in")
                .contains(BLOCKED);
    }

    @Test
    void nobody_opens_what_is_blocked_without_another_ground_to_read_at_all() {
        change(sara, "enheten", "");
        TestBrowser hilda = house.signedIn(HILDA);
        assertThat(hilda.post(patient + "/sparrat", vouched(AccessGround.EMERGENCY_BLOCK_LIFTED), "/historik")
                        .statusCode())
                .isEqualTo(403);
        Map<String, String> form = vouched(AccessGround.CONSENT_BLOCK_LIFTED);
        form.put("identity", TOLVAN);
        HttpResponse<String> atTheDoor = hilda.post("/historik/annan-grund", form, "/historik");
        assertThat(atTheDoor.statusCode()).isEqualTo(422);
        assertThat(atTheDoor.body()).doesNotContain("Tolvan Tolvansson", "BLOCK_LIFTED");
        assertThat(hilda.get(patient).statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> house.context()
                        .getBean(StatedGrounds.class)
                        .state(
                                TestCast.as(nurse),
                                TestCast.VELLINGE,
                                call.client(),
                                AccessGround.CONSENT_BLOCK_LIFTED,
                                Set.of(AccessGround.Condition.CONSENT_TO_BLOCKED),
                                "Behövs för vården"))
                .as("by whatever way")
                .isInstanceOf(ProblemException.class);
    }

    /** Lag (2022:913) 2:3, 3:5: no ground opens it, an emergency neither; who has it is asked to lift the block. */
    @ParameterizedTest
    @EnumSource(
            value = AccessGround.class,
            names = {"PATIENT_RELATION_CONSENT", "UNABLE_TO_CONSENT", "CHILD_NO_CONSENT", "EMERGENCY_UNBLOCKED"})
    void between_care_providers_no_ground_opens_it_until_whoever_has_it_lifts_the_block(AccessGround ground) {
        change(sara, "vardgivaren", "");
        TestBrowser tora = reading(TORA, ground);
        assertThat(tora.get(patient).body())
                .contains(BLOCKED, ground.emergency() ? "Ring Vellinge kommun" : "Be patienten")
                .doesNotContain("/samtal/", "/sparrat");
        assertThat(tora.get(patient + "/samtal/" + call.id()).statusCode()).isEqualTo(403);
        assertThat(tora.get(patient + "/sparr").statusCode())
                .as("to lift it oneself")
                .isEqualTo(403);

        assertThat(lift(sara, "hav-i-nodlage")).endsWith("hande=lifted");

        assertThat(tora.get(patient + "/samtal/" + call.id()).body()).contains(MEASURES);
        assertThat(sara.get(patient + "/sparr").body()).contains("i ett nödläge för en annan vårdgivare, av Sara Sjuk");
    }

    @Test
    void the_patient_lifts_it_at_the_unit_and_what_has_been_stays_on_record() {
        change(sara, "enheten", "");
        change(sara, "enheten", "");
        assertThat(rows()).as("twice is once").isEqualTo(1);
        assertThat(sara.get(patient + "/sparr").body()).contains("Spärrat för andra enheter", "av Sara Sjuk");
        assertThat(lift(sara, "hav-i-nodlage")).as("a unit's is not lifted so").endsWith("hande=not-lifted");
        assertThat(lift(sara, "hav")).endsWith("hande=lifted");
        assertThat(sara.get(patient + "/sparr").body()).contains("på patientens begäran, av Sara Sjuk");
        assertThat(reading(HILDA, AccessGround.FOLLOW_UP).get(patient).body()).doesNotContain(BLOCKED);
        assertThat(house.database
                        .owner()
                        .sql("select action || ' ' || outcome from audit.event where object_type = 'block' order by id")
                        .query(String.class)
                        .list())
                .containsSubsequence("block ALLOWED", "block ALLOWED", "lift-in-emergency REFUSED", "lift ALLOWED");
        assertThatThrownBy(() -> house.database
                        .app()
                        .sql("update clients.block set lifted_by_name = 'x', lifted_at = now()")
                        .update())
                .hasMessageContaining("what was lifted is not changed");
    }

    /** A ground that was stated is for reading: who only reads neither blocks nor lifts. */
    @Test
    void who_does_not_care_for_the_patient_neither_blocks_nor_lifts() {
        change(sara, "enheten", "");
        String block = block();
        for (TestBrowser other : List.of(house.signedIn(HILDA), reading(HILDA, AccessGround.FOLLOW_UP))) {
            assertThat(other.get(patient + "/sparr").statusCode()).isEqualTo(403);
            assertThat(change(other, "vardgivaren", "").statusCode()).isEqualTo(403);
            assertThat(change(other, "hav", block).statusCode()).isEqualTo(403);
        }
        assertThat(rows()).isEqualTo(1);
    }

    private TestBrowser reading(String who, AccessGround ground) {
        TestBrowser browser = house.signedIn(who);
        Map<String, String> form = vouched(ground);
        form.put("identity", TOLVAN);
        form.put("provider", TestCast.VELLINGE.toString());
        assertThat(TestBrowser.location(browser.post("/historik/annan-grund", form, "/historik")))
                .endsWith(patient);
        return browser;
    }

    private static Map<String, String> vouched(AccessGround ground) {
        return new HashMap<>(Map.of(
                "ground",
                ground.name(),
                "steg",
                "villkor",
                "reason",
                "Behövs för vården",
                "conditions",
                all(ground.conditions())));
    }

    private static String all(List<AccessGround.Condition> conditions) {
        return String.join(",", conditions.stream().map(Enum::name).toList());
    }

    private HttpResponse<String> change(TestBrowser browser, String what, String block) {
        return browser.post(patient + "/sparr", Map.of("what", what, "sparr", block), "/historik");
    }

    private String lift(TestBrowser browser, String what) {
        return TestBrowser.location(change(browser, what, block()));
    }

    private String block() {
        return house.database
                .owner()
                .sql("select id::text from clients.block where lifted_at is null order by set_at desc limit 1")
                .query(String.class)
                .single();
    }

    private int rows() {
        return house.database
                .owner()
                .sql("select count(*) from clients.block")
                .query(Integer.class)
                .single();
    }

    private String latest(String column) {
        return house.database
                .owner()
                .sql("select " + column + " from audit.event where object_type = 'note' order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
