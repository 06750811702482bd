package se.vardmote.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R0-1, R0-14: a licence stands in the register and does not follow from the profession. */
class LicensedStaffTests {
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
    void a_nurse_with_a_licence_is_licensed_and_one_without_is_not() {
        assertThat(organisation.staff(nurse).orElseThrow().licensed()).isTrue();
        licence(false, "NURSE");
        assertThat(organisation.staff(nurse).orElseThrow().licensed()).isFalse();
    }

    @Test
    void a_licence_left_from_another_profession_counts_for_nothing() {
        licence(true, "CARE_ASSISTANT");
        assertThat(organisation.staff(nurse).orElseThrow().licensed()).isFalse();
    }

    @Test
    void a_unit_with_nurses_without_licences_cannot_answer() {
        var commission = cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        assertThat(organisation.unitsWithLicensedStaff(TODAY)).hasSize(1);
        licence(false, "NURSE");
        assertThat(organisation.unitsWithLicensedStaff(TODAY)).isEmpty();
        assertThat(organisation.atWork(Set.of(commission), TODAY).values())
                .extracting(work -> work.staff().licensed())
                .containsExactly(false);
    }

    private void licence(boolean licensed, String profession) {
        database.owner()
                .sql("update organisation.staff set licensed = ?, profession = ?")
                .params(licensed, profession)
                .update();
    }
}
