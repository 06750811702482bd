package se.vardmote.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
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
    void the_running_role_cannot_write_staff_or_commissions() {
        assertThat(database.app().sql("""
                        select has_table_privilege('organisation.staff', 'insert, update, delete')
                            or has_table_privilege('organisation.commission', 'insert, update, delete')
                            or has_table_privilege('organisation.system_administrator', 'insert, update, delete')""").query(Boolean.class).single()).isFalse();
    }

    private boolean isForCare(String purpose) {
        var id = cast.commission(nurse, TestCast.NURSES, purpose);
        return organisation.atWork(id, TODAY).orElseThrow().commission().isForCare();
    }
}
