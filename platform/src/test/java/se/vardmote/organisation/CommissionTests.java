package se.vardmote.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import se.vardmote.access.TestCast;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

class CommissionTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private final TestDatabase database = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(database);
    private final Organisation organisation = new Organisation(database.app());
    private final StaffId nurse = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_commission_holds_from_its_first_to_its_last_day() {
        cast.commission(nurse, TestCast.NURSES, TestCast.CARE, TODAY.minusDays(1), TODAY);

        assertThat(organisation.commissionsOf(nurse, TODAY)).hasSize(1);
        assertThat(organisation.commissionsOf(nurse, TODAY.plusDays(1))).isEmpty();
        assertThat(organisation.commissionsOf(nurse, TODAY.minusDays(2))).isEmpty();
    }

    @Test
    void only_care_and_treatment_opens_patient_data() {
        assertThat(isForCare("Vård och behandling")).isTrue();
        assertThat(isForCare("Kvalitetssäkring")).isFalse();
        assertThat(isForCare("Vård och behandling och tillsyn")).isFalse();
    }

    @Test
    void an_hsa_id_is_found_however_it_is_cased() {
        assertThat(organisation.staffBy(HsaId.of("se2120001132-1001")))
                .map(Staff::id)
                .contains(nurse);
    }

    @Test
    void only_a_unit_where_somebody_licensed_works_can_answer() {
        cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        cast.commission(nurse, TestCast.ELSEWHERE, "Administration");
        StaffId assistant = cast.staff("SE2120001132-1002", "Ulla Under", Profession.ASSISTANT_NURSE);
        cast.commission(assistant, TestCast.HOME_CARE, TestCast.CARE);
        assertThat(organisation.unitsWithLicensedStaff(TODAY))
                .extracting(CareUnit::id)
                .containsExactly(TestCast.NURSES);
    }

    @Test
    void a_commission_cannot_point_at_another_care_providers_unit() {
        var wrong = database.owner()
                .sql("""
                        insert into organisation.commission
                          (id, staff_id, care_provider_id, care_unit_id, name, purpose, valid_from)
                        values (:id, :staff, :provider, :unit, '', '', '2020-01-01')""")
                .param("id", UUID.randomUUID())
                .param("staff", nurse.value())
                .param("provider", TestCast.VELLINGE.value())
                .param("unit", TestCast.ELSEWHERE.value());

        assertThatThrownBy(wrong::update).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void nobody_works_at_a_unit_that_is_closed_or_not_open_yet() {
        var commission = cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        open("valid_to", TODAY);
        assertThat(organisation.atWork(commission, TODAY)).isPresent();
        assertThat(organisation.atWork(commission, TODAY.plusDays(1))).isEmpty();
        open("valid_to", null);
        open("valid_from", TODAY);
        assertThat(organisation.atWork(commission, TODAY.minusDays(1))).isEmpty();
    }

    /** ADR 10: administrators write the register by our pages; nothing of it is removed, and what names a row never changes. */
    @Test
    void the_running_role_keeps_the_register_but_removes_nothing_and_makes_no_administrator() {
        for (String table :
                List.of("care_unit", "staff", "commission", "assignment", "head_of_unit", "qualification")) {
            assertThat(may(table, "insert")).as(table).isTrue();
            assertThat(may(table, "delete")).as(table).isFalse();
            assertThat(may(table, "truncate")).as(table).isFalse();
        }
        for (String column : List.of(
                "care_unit.hsa_id",
                "care_unit.care_provider_id",
                "staff.hsa_id",
                "staff.care_provider_id",
                "commission.staff_id",
                "commission.care_unit_id",
                "commission.care_provider_id",
                "assignment.staff_id",
                "assignment.care_unit_id",
                "head_of_unit.care_unit_id")) {
            int dot = column.indexOf('.');
            assertThat(database.app()
                            .sql("select has_column_privilege(?, ?, 'update')")
                            .params("organisation." + column.substring(0, dot), column.substring(dot + 1))
                            .query(Boolean.class)
                            .single())
                    .as(column)
                    .isFalse();
        }
        for (String table : List.of("care_provider", "system_administrator", "staff_word"))
            assertThat(may(table, "insert") || may(table, "update") || may(table, "delete"))
                    .as(table)
                    .isFalse();
    }

    private boolean may(String table, String what) {
        return database.app()
                .sql("select has_table_privilege(?, ?)")
                .params("organisation." + table, what)
                .query(Boolean.class)
                .single();
    }

    private void open(String column, @Nullable LocalDate day) {
        database.owner()
                .sql("update organisation.care_unit set " + column + " = :day where id = :unit")
                .param("day", day)
                .param("unit", TestCast.NURSES.value())
                .update();
    }

    private boolean isForCare(String purpose) {
        var id = cast.commission(nurse, TestCast.NURSES, purpose);
        return organisation.atWork(id, TODAY).orElseThrow().commission().isForCare();
    }
}
