package se.vardmote.directory.settings.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.assessment.UnitSettings;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** Administrators decide for units, by page: each value with where it comes from, one change for many with a look beforehand. */
class DecidingForUnitsTests {
    private static final String ROOT = "/admin/organisation/installningar";
    private static final String MANY = "/admin/organisation/manga-enheter";
    private static final TestHouse house = new TestHouse();
    private static TestBrowser administrator;
    private static TestBrowser head;
    private static CareUnitId part;

    @BeforeAll
    static void open() {
        StaffId adam = house.cast.staff("SE2120001132-1003", "Adam Admin", Profession.ADMINISTRATOR);
        house.cast.administers(adam, TestCast.VELLINGE);
        StaffId hedda = house.cast.staff("SE2120001132-1009", "Hedda Chef", Profession.NURSE);
        house.cast.commission(hedda, TestCast.HOME_CARE, TestCast.CARE);
        house.cast.heads(hedda, TestCast.HOME_CARE);
        part = house.cast.unit("Team söder", "SE2120001132-E021", TestCast.HOME_CARE);
        administrator = house.signedIn("SE2120001132-1003");
        head = house.signedIn("SE2120001132-1009");
    }

    @AfterEach
    void nothingIsDecided() {
        house.database.owner().sql("delete from organisation.setting").update();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void every_setting_is_shown_with_its_value_and_where_it_comes_from() {
        assertThat(page(part)).contains("Reserven söks efter", "180 sekunder", "Produktens", "Fall: hur bråttom");
        decide("alla", "waiting.cover-after", "120");
        assertThat(page(part)).contains("120 sekunder", "Vårdgivarens");
        decide(TestCast.HOME_CARE.toString(), "waiting.cover-after", "90");
        assertThat(page(part)).contains("90 sekunder", "Från Hemtjänst Höllviken");
        decide(part.toString(), "waiting.cover-after", "60");
        assertThat(page(part)).contains("60 sekunder", "Egen");
    }

    @Test
    void what_is_decided_holds_at_once_and_what_is_taken_back_is_inherited() {
        decide(TestCast.HOME_CARE.toString(), "waiting.cover-after", "90");
        decide(part.toString(), "waiting.cover-after", "60");
        assertThat(bean(UnitSettings.class).of(part).coverAfter()).hasSeconds(60);
        String address = ROOT + "/" + part + "/waiting.cover-after";
        assertThat(administrator.get(address).body())
                .contains("Om ni inte bestämmer här", "90 sekunder", "Använd det ärvda");
        administrator.post(address, Map.of("gor", "arv"), address);
        assertThat(bean(UnitSettings.class).of(part).coverAfter()).hasSeconds(90);
        assertThat(administrator.get(address).body())
                .contains("Adam Admin", "det ärvda → 60 sekunder", "60 sekunder → det ärvda");
        assertThat(administrator.get("/admin/organisation/andringar").body())
                .contains("Team söder", "Reserven söks efter", "60 sekunder → det ärvda");
        assertThat(recorded(part.toString())).endsWith("decide waiting.cover-after", "inherit waiting.cover-after");
    }

    @Test
    void a_value_outside_its_limits_is_refused_at_its_field_and_stays_typed() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "waiting.cover-after", "29",
                        "planned.notice", "i morgon",
                        "review.day-begins", "13:00",
                        "numbers.duty-phone", "112",
                        "urgency.FALL", "4")
                .entrySet()) {
            HttpResponse<String> answer = decide(part.toString(), wrong.getKey(), wrong.getValue());
            assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(422);
            assertThat(answer.body()).as(wrong.getKey()).contains("value-error");
        }
        assertThat(decide(part.toString(), "waiting.cover-after", "29").body())
                .contains("value=\"29\"", "Mellan 30 och 3600 sekunder", "Det är utanför gränserna");
        assertThat(decide(part.toString(), "routine.fallback", "x".repeat(601)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_duty_phone_is_the_number_to_ring_where_it_is_decided() {
        decide(TestCast.HOME_CARE.toString(), "numbers.duty-phone", "040-628 04 99");
        var unit = bean(Organisation.class).unit(part).orElseThrow();
        assertThat(unit.numberToRing().e164()).isEqualTo("+46406280499");
        assertThat(unit.phone().e164()).isEqualTo("+46406280400");
        decide(part.toString(), "numbers.duty-phone", "");
        assertThat(bean(Organisation.class)
                        .unit(part)
                        .orElseThrow()
                        .numberToRing()
                        .e164())
                .isEqualTo("+46406280400");
    }

    @Test
    void one_change_for_a_unit_and_all_its_parts_is_shown_first_and_then_done() {
        decide(part.toString(), "waiting.cover-after", "60");
        var form = new HashMap<>(
                Map.of("setting", "waiting.cover-after", "value", "240", "unit", TestCast.NURSES.toString()));
        form.put("tree", TestCast.HOME_CARE.toString());
        String shown = administrator.post(MANY, form, MANY).body();
        assertThat(shown).contains("Ändras på 3 enheter", "180 sekunder → 240 sekunder", "60 sekunder → 240 sekunder");
        assertThat(bean(UnitSettings.class).of(part).coverAfter())
                .as("only shown")
                .hasSeconds(60);

        form.put("agreed", shown.replaceAll("(?s).*name=\"agreed\" value=\"([0-9a-f]+)\".*", "$1"));
        assertThat(TestBrowser.location(administrator.post(MANY, form, MANY))).endsWith("notice=many");
        for (CareUnitId unit : List.of(part, TestCast.HOME_CARE, TestCast.NURSES))
            assertThat(bean(UnitSettings.class).of(unit).coverAfter()).hasSeconds(240);
        assertThat(recorded(TestCast.NURSES.toString())).contains("decide waiting.cover-after");
    }

    @Test
    void what_has_changed_since_it_was_shown_is_shown_anew_and_nothing_is_done() {
        var form = new HashMap<>(
                Map.of("setting", "waiting.cover-after", "value", "240", "tree", TestCast.HOME_CARE.toString()));
        String shown = administrator.post(MANY, form, MANY).body();
        form.put("agreed", shown.replaceAll("(?s).*name=\"agreed\" value=\"([0-9a-f]+)\".*", "$1"));
        decide(part.toString(), "waiting.cover-after", "60");
        HttpResponse<String> answer = administrator.post(MANY, form, MANY);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Någon har ändrat något", "60 sekunder → 240 sekunder");
        assertThat(bean(UnitSettings.class).of(TestCast.HOME_CARE).coverAfter()).hasSeconds(180);
    }

    @Test
    void a_change_for_no_unit_is_refused_and_another_care_providers_cannot_be_chosen() {
        var form = new HashMap<>(Map.of("setting", "waiting.cover-after", "value", "240"));
        assertThat(administrator.post(MANY, form, MANY).body()).contains("Välj minst en enhet.");
        form.put("unit", TestCast.ELSEWHERE.toString());
        assertThat(administrator.post(MANY, form, MANY).statusCode()).isEqualTo(422);
    }

    @Test
    void nobody_decides_for_another_care_providers_unit_nor_names_one_as_cover() {
        assertThat(administrator.get(ROOT + "/" + TestCast.ELSEWHERE).statusCode())
                .isEqualTo(404);
        assertThat(decide(TestCast.ELSEWHERE.toString(), "waiting.cover-after", "60")
                        .statusCode())
                .isEqualTo(404);
        assertThat(decide(part.toString(), "waiting.cover", TestCast.ELSEWHERE.toString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(decide(part.toString(), "finns.inte", "60").statusCode()).isEqualTo(404);
    }

    @Test
    void the_head_reads_what_holds_at_the_own_unit_and_changes_nothing() {
        decide("alla", "waiting.cover-after", "120");
        assertThat(head.get("/min-enhet/installningar").body())
                .contains("Hemtjänst Höllviken", "120 sekunder", "Vårdgivarens")
                .doesNotContain("/waiting.cover-after\"", "Ändra för många");
        assertThat(head.get(ROOT + "/" + TestCast.HOME_CARE).statusCode()).isEqualTo(403);
        assertThat(administrator.get("/min-enhet/installningar").statusCode()).isEqualTo(403);
    }

    /** Each kind of setting has a form that can be drawn, and each a name in the message files. */
    @Test
    void every_setting_can_be_opened() {
        String all = page(part);
        List<String> addresses = java.util.regex.Pattern.compile("href=\"(" + ROOT + "/" + part + "/[^\"]+)\"")
                .matcher(all)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(addresses).hasSizeGreaterThan(70);
        assertThat(addresses)
                .allSatisfy(address ->
                        assertThat(administrator.get(address).statusCode()).isEqualTo(200));
    }

    private static String page(CareUnitId unit) {
        return administrator.get(ROOT + "/" + unit).body();
    }

    private static HttpResponse<String> decide(String unit, String key, String value) {
        String address = ROOT + "/" + unit + "/" + key;
        return administrator.post(address, Map.of("value", value), ROOT + "/" + part + "/waiting.cover-after");
    }

    private static List<String> recorded(String id) {
        return house.database.owner().sql("""
                        select action || ' ' || ground from audit.event
                        where object_type = 'unit-setting' and object_id = ?::uuid order by id""").param(id).query(String.class).list();
    }

    private static <T> T bean(Class<T> type) {
        return house.context().getBean(type);
    }
}
