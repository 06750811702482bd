package se.vardmote.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.Token;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.organisation.Devices;
import se.vardmote.vocabulary.DeviceId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-2, R0-10, R0-32, R0-62: the administrator's duty table, the gaps ahead, and the knock at an hour without receiver. */
class DutyTablePagesTests {
    private static final String TABLE = "/admin/jourtabell";
    private static final String KNOCK = "/bedomningssamtal";
    private static final TestHouse house = new TestHouse();
    private static TestBrowser administrator;
    private static TestBrowser nurse;
    private static TestBrowser tablet;

    @BeforeAll
    static void open() {
        house.clock().pass(untilNoon());
        StaffId adam = house.cast.staff("SE2120001132-1003", "Adam Admin", Profession.ADMINISTRATOR);
        house.cast.administers(adam, TestCast.VELLINGE);
        StaffId sara = house.cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        house.cast.commission(sara, TestCast.NURSES, TestCast.CARE);
        StaffId tom = house.cast.staff("SE2120001199-1001", "Tom Trelleborg", Profession.PHYSIOTHERAPIST);
        house.cast.commission(tom, TestCast.ELSEWHERE, TestCast.CARE);
        administrator = house.signedIn("SE2120001132-1003");
        nurse = house.signedIn("SE2120001132-1001");
        DeviceId device = house.cast.device("iPad 07");
        Token token = Token.fresh();
        house.context().getBean(Devices.class).enrol(device, token.hash());
        tablet = house.browser();
        tablet.cookies.put("__Host-device", token.text());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void nobody() {
        house.cast.nobodyAnswers();
    }

    /** It is noon in Sweden. */
    @Test
    void an_hour_without_receiver_is_said_in_plain_words_before_it_comes_to_administrator_and_to_who_answers() {
        house.cast.answers(TestCast.HOME_CARE, TestCast.VELLINGE, TestCast.NURSES, "06:00", "04:00");
        String gap = "i morgon 04.00–06.00 har Hemtjänst Höllviken ingen mottagare";
        String table = administrator.get(TABLE).body();
        assertThat(table).contains(gap);
        assertThat(table.split(" 04.00–06.00 har Hemtjänst Höllviken ingen mottagare"))
                .as("one gap a night for a fortnight")
                .hasSize(15);
        assertThat(nurse.get("/min-dag").body()).contains(gap).contains("Och 4 till den närmaste veckan.");
    }

    @Test
    void a_rule_is_added_changed_and_removed_and_each_is_on_record() {
        assertThat(administrator.get(TABLE).body()).contains("Hemtjänst Höllviken har ingen mottagare alls");
        var added = administrator.post(TABLE, rule("days", "MONDAY"), TABLE);
        assertThat(TestBrowser.location(added)).isEqualTo(TABLE + "?notice=kept");
        String page = administrator.get(TABLE).body();
        assertThat(page).contains("måndag 22.00–07.00", "Kommunsjuksköterskorna");
        String id = page.replaceAll("(?s).*data-rule=\"([^\"]+)\".*", "$1");
        assertThat(administrator.get(TABLE + "?regel=" + id).body()).contains("value=\"22:00\"", "Ändra regeln");

        administrator.post(TABLE + "/" + id, rule("days", "SUNDAY"), TABLE);
        assertThat(administrator.get(TABLE).body())
                .contains("söndag 22.00–07.00")
                .doesNotContain("måndag 22.00");
        administrator.post(TABLE + "/" + id + "/ta-bort", Map.of(), TABLE);
        assertThat(administrator.get(TABLE).body()).doesNotContain("söndag 22.00–07.00");
        assertThat(house.database
                        .owner()
                        .sql("select action from audit.event where object_type = 'duty-rule' order by at, action")
                        .query(String.class)
                        .list())
                .contains("keep", "remove");
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_what_was_typed_stays() {
        var answer = administrator.post(TABLE, Map.of("starts", "25:61", "ends", "07:00"), TABLE);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "value=\"25:61\"",
                        "Välj varifrån samtalen kommer.",
                        "Välj minst en dag.",
                        "Skriv klockslaget som 22.00.",
                        "Välj vem som tar emot.");
    }

    @Test
    void nobody_decides_over_another_care_providers_knocks_but_another_may_answer() {
        var others = rule("from", TestCast.ELSEWHERE.toString());
        assertThat(administrator.post(TABLE, others, TABLE).statusCode()).isEqualTo(422);
        var across = rule("to", TestCast.ELSEWHERE.toString());
        assertThat(administrator.post(TABLE, across, TABLE).statusCode()).isEqualTo(303);
        assertThat(administrator.get(TABLE).body()).contains("Hemtjänst Trelleborg");
        assertThat(nurse.get(TABLE).statusCode()).isEqualTo(403);
    }

    @Test
    void at_a_gap_the_one_who_knocks_is_told_at_once_whom_to_ring_and_nothing_typed_is_lost() {
        house.cast.answers(TestCast.HOME_CARE, TestCast.VELLINGE, TestCast.NURSES, "06:00", "02:00");
        String formToken = tablet.get(KNOCK).body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        house.cast.nobodyAnswers();
        house.cast.decides(null, "routine.fallback", "Ring och följ pärmen på kontoret.");
        house.cast.answers(TestCast.HOME_CARE, TestCast.VELLINGE, TestCast.NURSES, "16:00", "07:00");

        var answer = tablet.raw(KNOCK, TwoHundredKnocksTests.form(formToken), "Origin", house.origin());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains(
                        "Ingen tar emot videosamtal just nu", "i dag 16.00", "Kommunsjuksköterskorna", "040-628 04 00")
                .contains("Ring och följ pärmen på kontoret.");
        assertThat(waiting()).isZero();

        house.cast.answers(TestCast.HOME_CARE, TestCast.VELLINGE, TestCast.NURSES, "00:00", "00:00");
        assertThat(tablet.get(KNOCK).body()).contains("Tolvan Tolvansson", "Det du skrev finns kvar.");
    }

    @Test
    void whom_to_reach_is_asked_where_the_table_names_professions_and_decides_who_answers() {
        house.cast.answers(TestCast.HOME_CARE, TestCast.VELLINGE, TestCast.NURSES, "00:00", "00:00");
        assertThat(tablet.get(KNOCK).body()).doesNotContain("Vem behöver ni nå?");
        house.cast.answers(
                TestCast.HOME_CARE,
                TestCast.VELLINGE,
                TestCast.ELSEWHERE,
                Profession.PHYSIOTHERAPIST,
                "08:00",
                "16:00");
        String page = tablet.get(KNOCK).body();
        assertThat(page).contains("Vem behöver ni nå?", "Fysioterapeut", "Den som har jour", "Hemtjänst Trelleborg");

        var form = TwoHundredKnocksTests.form(page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1"));
        assertThat(tablet.raw(KNOCK, form, "Origin", house.origin()).body()).contains("Välj vem ni behöver nå.");
        form.put("wanted", "PHYSIOTHERAPIST");
        assertThat(tablet.raw(KNOCK, form, "Origin", house.origin()).statusCode())
                .isEqualTo(303);
        assertThat(house.database
                        .owner()
                        .sql("select care_provider_id || ' ' || wanted_profession from assessment.drop_in")
                        .query(String.class)
                        .list())
                .as("what is typed belongs to the care provider that answers")
                .containsExactly(TestCast.TRELLEBORG + " PHYSIOTHERAPIST");
    }

    /** It is noon: nurses answer until 11, physiotherapists until 16. */
    @Test
    void an_hour_without_one_of_the_professions_is_said_before_it_comes_once_for_all_days() {
        onlyThePhysiotherapistAnswers();
        assertThat(administrator.get(TABLE).body())
                .contains(
                        "i morgon 11.00–16.00 har Hemtjänst Höllviken ingen sjuksköterska, och 12 gånger till",
                        "i morgon 07.00–08.00 har Hemtjänst Höllviken ingen fysioterapeut, och 13 gånger till");
        assertThat(nurse.get("/min-dag").body())
                .as("somebody answers then")
                .doesNotContain("ingen sjuksköterska", "ingen fysioterapeut");
    }

    @Test
    void whoever_knocks_when_one_profession_alone_answers_is_told_which() {
        onlyThePhysiotherapistAnswers();
        String page = tablet.get(KNOCK).body();
        assertThat(page)
                .contains("Just nu svarar bara fysioterapeut.", "name=\"wanted\" value=\"PHYSIOTHERAPIST\"")
                .doesNotContain("Vem behöver ni nå?");
    }

    @Test
    void whoever_chose_a_profession_that_has_gone_home_meanwhile_is_asked_again_and_comes_to_no_other() {
        house.cast.answers(TestCast.HOME_CARE, TestCast.VELLINGE, TestCast.NURSES, Profession.NURSE, "00:00", "00:00");
        String token = tablet.get(KNOCK).body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        house.cast.nobodyAnswers();
        onlyThePhysiotherapistAnswers();
        long before = dropIns();
        var form = TwoHundredKnocksTests.form(token);
        form.put("wanted", "NURSE");
        var answer = tablet.raw(KNOCK, form, "Origin", house.origin());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Den ni valde svarar inte längre.", "Just nu svarar bara fysioterapeut.", "Tolvan Tolvansson");
        assertThat(dropIns()).isEqualTo(before);
    }

    private static void onlyThePhysiotherapistAnswers() {
        house.cast.answers(TestCast.HOME_CARE, TestCast.VELLINGE, TestCast.NURSES, Profession.NURSE, "07:00", "11:00");
        house.cast.answers(
                TestCast.HOME_CARE,
                TestCast.VELLINGE,
                TestCast.ELSEWHERE,
                Profession.PHYSIOTHERAPIST,
                "08:00",
                "16:00");
    }

    private static long dropIns() {
        return house.database
                .owner()
                .sql("select count(*) from assessment.drop_in")
                .query(Long.class)
                .single();
    }

    private static Duration untilNoon() {
        ZonedDateTime now = house.clock().instant().atZone(ZoneId.of("Europe/Stockholm"));
        ZonedDateTime noon = now.with(LocalTime.NOON);
        return Duration.between(now, noon.isBefore(now) ? noon.plusDays(1) : noon);
    }

    private static int waiting() {
        return house.database
                .owner()
                .sql("select count(*) from assessment.drop_in where state = 'WAITING' and receiving_unit_id = ?")
                .param(TestCast.NURSES.value())
                .query(Integer.class)
                .single();
    }

    private static Map<String, String> rule(String field, String value) {
        var rule = new HashMap<>(Map.of(
                "from", TestCast.HOME_CARE.toString(),
                "days", "MONDAY",
                "starts", "22:00",
                "ends", "07:00",
                "to", TestCast.NURSES.toString(),
                "validFrom", "2026-11-01"));
        rule.put(field, value);
        return rule;
    }
}
