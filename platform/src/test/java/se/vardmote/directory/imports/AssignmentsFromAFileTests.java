package se.vardmote.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.directory.imports.TestImports.counts;
import static se.vardmote.directory.imports.TestImports.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.organisation.Assignment;
import se.vardmote.organisation.leaving.OpenMatter;
import se.vardmote.organisation.register.Engagements;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** Assignments in social services from a file (R2-21): whose, at which unit, what for, from when and until when. */
class AssignmentsFromAFileTests {
    private static final String COLUMNS = "Person;Enhet;Uppdrag;Första dag;Sista dag\n";
    private static final String BEGUN = "SE2120001132-1020;SE2120001132-E012;hemtjänst;2020-01-01;";
    private final TestDatabase database = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(database);
    private final TestClock clock = TestClock.atNoon();
    private final TestImports files = new TestImports(database, clock);
    private final Engagements engagements = new Engagements(database.app());
    private final StaffId vera = cast.staff("SE2120001132-1020", "Vera Almqvist", Profession.CARE_ASSISTANT);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void assignments_are_given_and_ended_by_file_and_each_is_on_record() {
        var giving = send(BEGUN + "\nSE2120001132-1020;se2120001132-e012;Planerare;2020-01-01;\n");
        assertThat(counts(giving)).containsExactly(2, 0, 0);
        assertThat(veras()).as("a report writes nothing").isEmpty();
        assertThat(files.readIn(giving)).isTrue();
        assertThat(veras())
                .extracting(Assignment::kind)
                .containsExactlyInAnyOrder(Assignment.Kind.HOME_CARE, Assignment.Kind.PLANNER);
        assertThat(counts(send(BEGUN + "\n"))).containsExactly(0, 0, 1);

        var ending = send(BEGUN + "2026-12-31\n");
        assertThat(counts(ending)).containsExactly(0, 1, 0);
        files.readIn(ending);
        assertThat(veras())
                .hasSize(2)
                .filteredOn(one -> one.kind() == Assignment.Kind.HOME_CARE)
                .extracting(Assignment::validTo)
                .containsExactly(LocalDate.of(2026, 12, 31));
        assertThat(files.recorded("assignment")).containsExactly("add ALLOWED", "add ALLOWED", "change ALLOWED");
    }

    @Test
    void a_column_of_last_days_that_is_missing_changes_none_and_an_empty_cell_takes_one_away() {
        files.readIn(send(BEGUN + "2026-12-31\n"));
        var without = files.send(
                Kind.ASSIGNMENTS,
                "Person;Enhet;Uppdrag;Första dag\nSE2120001132-1020;SE2120001132-E012;Hemtjänst;2020-01-01\n");
        assertThat(counts(without)).containsExactly(0, 0, 1);
        files.readIn(send(BEGUN + "\n"));
        assertThat(veras()).extracting(Assignment::validTo).containsOnlyNulls();
    }

    @Test
    void each_refused_row_says_why_and_the_others_are_read_in() {
        var report = send("SE2120001132-9;SE2120001132-E012;Planerare;2020-01-01;\n"
                + "SE2120001132-1003;SE2120001132-E012;Planerare;2020-01-01;\n"
                + "SE2120001132-1020;SE2120001199-E013;Planerare;2020-01-01;\n"
                + "SE2120001132-1020;;Planerare;2020-01-01;\n"
                + "SE2120001132-1020;SE2120001132-E012;Trollkarl;2020-01-01;\n"
                + "SE2120001132-1020;SE2120001132-E012;Planerare;;\n"
                + "SE2120001132-1020;SE2120001132-E012;Planerare;2020-02-01;2020-01-01\n"
                + BEGUN
                + "\n"
                + BEGUN
                + "2026-12-31\n");
        assertThat(refused(report))
                .containsExactly(
                        "2 Person unknown-person",
                        "3 Person yourself",
                        "4 Enhet unknown-unit",
                        "5 Enhet missing",
                        "6 Uppdrag unknown-assignment",
                        "7 Första dag missing",
                        "8 Sista dag before",
                        "10 Uppdrag twice");
        files.readIn(report);
        assertThat(veras()).hasSize(1);
    }

    /** Nothing ends by file that would not end by page. */
    @Test
    void an_assignment_with_something_left_at_the_unit_does_not_end_unless_a_commission_there_goes_on() {
        files.readIn(send(BEGUN + "\n"));
        leave();
        assertThat(refused(send(BEGUN + "2026-12-31\n"))).containsExactly("2 Sista dag still-open");
        cast.commission(vera, TestCast.HOME_CARE, TestCast.CARE);
        assertThat(refused(send(BEGUN + "2026-12-31\n"))).isEmpty();
    }

    /** Of two assignments at a unit each is what the other goes on with. */
    @Test
    void several_rows_of_one_person_are_judged_together() {
        String planner = "SE2120001132-1020;SE2120001132-E012;planerare;";
        files.readIn(send(BEGUN + "\n" + planner + "2020-01-01;\n"));
        leave();
        String both = BEGUN + "2026-12-31\n" + planner + "2020-01-01;2026-12-31\n";
        assertThat(refused(send(both))).containsExactly("2 Sista dag still-open", "3 Sista dag still-open");
        assertThat(refused(send(BEGUN + "2026-12-31\n")))
                .as("the other goes on")
                .isEmpty();
        assertThat(refused(send(both + planner + "2027-01-01;\n")))
                .as("a new one goes on the day after")
                .isEmpty();
    }

    /** Something at home care that is Vera's. */
    private void leave() {
        files.open.matters.add(new OpenMatter(
                UUID.randomUUID(), TestCast.VELLINGE, TestCast.HOME_CARE, vera, null, "Vera", clock.instant()));
    }

    @Test
    void nothing_is_read_in_when_somebody_has_ended_the_assignment_meanwhile() {
        files.readIn(send(BEGUN + "\n"));
        var report = send(BEGUN + "2026-12-31\n");
        cast.endAssignment(veras().getFirst().id(), LocalDate.of(2026, 11, 30));
        assertThat(files.readIn(report)).isFalse();
        assertThat(veras()).extracting(Assignment::validTo).containsExactly(LocalDate.of(2026, 11, 30));
    }

    private Report send(String rows) {
        return files.send(Kind.ASSIGNMENTS, COLUMNS + rows);
    }

    private List<Assignment> veras() {
        return engagements.assignmentsOf(TestCast.VELLINGE, List.of(vera));
    }
}
