package se.vardmote.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.organisation.register.Engagements;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.AssignmentId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** Whoever works in social services without a commission of health care: planner, designated care contact, home care. */
class AssignmentTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private final TestDatabase database = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(database);
    private final Organisation organisation = new Organisation(database.app());
    private final Engagements engagements = new Engagements(database.app());
    private final StaffId planner = cast.staff("SE2120001132-1005", "Ulla Under", Profession.CARE_ASSISTANT);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_assignment_holds_from_its_first_to_its_last_day() {
        assign(TODAY, TODAY.plusDays(1));
        assertThat(organisation.assignmentsOf(planner, TODAY.minusDays(1))).isEmpty();
        assertThat(organisation.assignmentsOf(planner, TODAY))
                .extracting(Assignment::kind)
                .containsExactly(Assignment.Kind.PLANNER);
        assertThat(organisation.assignmentsOf(planner, TODAY.plusDays(2))).isEmpty();
    }

    @Test
    void an_assignment_opens_nothing_in_health_care() {
        assign(TODAY, null);
        assertThat(organisation.commissionsOf(planner, TODAY)).isEmpty();
        assertThat(organisation.staffAt(TestCast.HOME_CARE, TODAY)).isEmpty();
    }

    private void assign(LocalDate from, @Nullable LocalDate to) {
        engagements.keep(new Assignment(
                AssignmentId.next(),
                planner,
                TestCast.VELLINGE,
                TestCast.HOME_CARE,
                Assignment.Kind.PLANNER,
                from,
                to));
    }
}
