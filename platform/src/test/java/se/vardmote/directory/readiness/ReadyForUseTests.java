package se.vardmote.directory.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.web.TestBrowser;
import se.vardmote.access.web.TestHouse;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.organisation.qualifications.Qualifications;
import se.vardmote.organisation.readiness.Lack;
import se.vardmote.organisation.readiness.ReadinessRule;
import se.vardmote.organisation.readiness.WhatUnitsLack;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** "Redo för drift": each unit with what it lacks and where it is mended; heads, staff, and training (R3-32 to R3-34). */
class ReadyForUseTests {
    private static final String PAGE = "/admin/organisation/redo";
    private static final TestHouse house = new TestHouse();
    private static TestBrowser administrator;

    @BeforeAll
    static void open() {
        StaffId adam = house.cast.staff("SE2120001132-1003", "Adam Admin", Profession.ADMINISTRATOR);
        house.cast.administers(adam, TestCast.VELLINGE);
        administrator = house.signedIn("SE2120001132-1003");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void each_unit_is_listed_with_what_it_lacks_and_leads_to_where_it_is_mended() {
        assertThat(administrator.get(PAGE).body())
                .contains("saknar något", "Hemtjänst Höllviken", "Chef saknas", "Reservrutin saknas")
                .doesNotContain("Hemtjänst Trelleborg");
        assertThat(administrator.get(PAGE + "/" + TestCast.HOME_CARE).body())
                .contains("Chef saknas", "href=\"/admin/organisation/enheter/" + TestCast.HOME_CARE + "/andra\"")
                .contains("href=\"/admin/organisation/installningar/" + TestCast.HOME_CARE + "/routine.fallback\"");
        assertThat(administrator.get(PAGE + "/" + TestCast.ELSEWHERE).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_unit_that_has_everything_is_ready_and_a_closed_one_is_left_out() {
        CareUnitId unit = house.cast.unit("Dagverksamheten", "SE2120001132-E030", null);
        StaffId nurse = house.cast.staff("SE2120001132-1020", "Nils Nurse", Profession.NURSE);
        house.cast.commission(nurse, unit, TestCast.CARE);
        house.cast.heads(nurse, unit);
        assertThat(administrator.get(PAGE + "/" + unit).body()).contains("Utbildning saknas, antal personer: 1");
        train(nurse, null);
        assertThat(administrator.get(PAGE + "/" + unit).body()).contains("Enheten är redo.");
        house.database
                .owner()
                .sql("update organisation.care_unit set valid_to = '2020-01-31' where id = ?")
                .param(unit.value())
                .update();
        assertThat(administrator.get(PAGE).body()).doesNotContain("Dagverksamheten");
    }

    @Test
    void training_that_has_expired_is_lacking_again() {
        CareUnitId unit = house.cast.unit("Kvällspatrullen", "SE2120001132-E031", null);
        StaffId nurse = house.cast.staff("SE2120001132-1021", "Nora Nurse", Profession.NURSE);
        house.cast.commission(nurse, unit, TestCast.CARE);
        var rule = new UntrainedStaff(bean(WhatUnitsLack.class));
        assertThat(lacking(rule, unit)).containsExactly(unit);
        train(nurse, LocalDate.of(2026, 1, 31));
        assertThat(lacking(rule, unit, LocalDate.of(2026, 1, 31))).isEmpty();
        assertThat(lacking(rule, unit, LocalDate.of(2026, 2, 1))).containsExactly(unit);
    }

    @Test
    void a_unit_at_which_nobody_works_any_longer_lacks_staff() {
        CareUnitId unit = house.cast.unit("Natten", "SE2120001132-E032", null);
        var rule = new UnitWithoutStaff(bean(WhatUnitsLack.class));
        assertThat(lacking(rule, unit)).containsExactly(unit);
        StaffId nurse = house.cast.staff("SE2120001132-1022", "Nina Nurse", Profession.NURSE);
        house.cast.commission(nurse, unit, TestCast.CARE, LocalDate.of(2020, 1, 1), LocalDate.of(2026, 1, 31));
        assertThat(lacking(rule, unit, LocalDate.of(2026, 1, 31))).isEmpty();
        assertThat(lacking(rule, unit, LocalDate.of(2026, 2, 1))).containsExactly(unit);
    }

    @Test
    void a_unit_whose_head_has_left_lacks_a_head() {
        CareUnitId unit = house.cast.unit("Morgonen", "SE2120001132-E033", null);
        var rule = new UnitWithoutHead(bean(WhatUnitsLack.class));
        assertThat(lacking(rule, unit)).containsExactly(unit);
        house.cast.heads(house.cast.staff("SE2120001132-1023", "Nadja Nurse", Profession.NURSE), unit);
        assertThat(lacking(rule, unit)).isEmpty();
    }

    private static void train(StaffId staff, @org.jspecify.annotations.Nullable LocalDate expires) {
        for (Qualification.Kind kind : Qualification.Kind.values())
            bean(Qualifications.class)
                    .keep(TestCast.VELLINGE, staff, new Qualification(kind, null, LocalDate.of(2025, 1, 1), expires));
    }

    private static List<CareUnitId> lacking(ReadinessRule rule, CareUnitId unit) {
        return lacking(rule, unit, LocalDate.of(2026, 3, 1));
    }

    private static List<CareUnitId> lacking(ReadinessRule rule, CareUnitId unit, LocalDate day) {
        CareUnit one = bean(Organisation.class).unit(unit).orElseThrow();
        return rule.lacking(List.of(one), day).stream().map(Lack::unit).toList();
    }

    private static <T> T bean(Class<T> type) {
        return Objects.requireNonNull(house.context().getBean(type));
    }
}
