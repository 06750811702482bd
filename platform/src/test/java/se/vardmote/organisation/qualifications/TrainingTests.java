package se.vardmote.organisation.qualifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.organisation.qualifications.Qualification.Kind;
import se.vardmote.organisation.qualifications.Qualification.State;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R2-21, R3-32 to R3-34: technique, information security, emergencies; planned, completed, expired. */
class TrainingTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private final TestDatabase database = TestDatabase.fresh();
    private final StaffId nurse = TestCast.in(database).staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
    private final Qualifications qualifications = new Qualifications(database.app());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void training_is_planned_then_completed_then_expired() {
        assertThat(state(null, null, null)).isEqualTo(State.MISSING);
        assertThat(state(TODAY, null, null)).isEqualTo(State.PLANNED);
        assertThat(state(null, TODAY, TODAY)).isEqualTo(State.COMPLETED);
        assertThat(state(null, TODAY.minusYears(5), null)).isEqualTo(State.COMPLETED);
        assertThat(state(null, TODAY.minusDays(2), TODAY.minusDays(1))).isEqualTo(State.EXPIRED);
        assertThat(state(TODAY.plusDays(1), TODAY.minusDays(2), TODAY.minusDays(1)))
                .as("to be done anew")
                .isEqualTo(State.EXPIRED);
    }

    @Test
    void what_somebody_lacks_is_whatever_is_not_completed_today_at_this_care_provider() {
        qualifications.keep(
                TestCast.VELLINGE, nurse, new Qualification(Kind.TECHNIQUE, null, TODAY.minusDays(9), null));
        qualifications.keep(
                TestCast.VELLINGE, nurse, new Qualification(Kind.EMERGENCIES, null, TODAY.minusDays(9), TODAY));
        assertThat(qualifications.missing(TestCast.VELLINGE, nurse, TODAY)).containsExactly(Kind.INFORMATION_SECURITY);
        assertThat(qualifications.missing(TestCast.VELLINGE, nurse, TODAY.plusDays(1)))
                .containsExactly(Kind.INFORMATION_SECURITY, Kind.EMERGENCIES);
        assertThat(qualifications.missing(TestCast.TRELLEBORG, nurse, TODAY)).hasSize(3);
    }

    private static State state(
            @Nullable LocalDate planned, @Nullable LocalDate completed, @Nullable LocalDate expires) {
        return new Qualification(Kind.TECHNIQUE, planned, completed, expires).on(TODAY);
    }
}
