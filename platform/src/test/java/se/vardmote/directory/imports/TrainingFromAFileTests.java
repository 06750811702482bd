package se.vardmote.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.directory.imports.TestImports.counts;
import static se.vardmote.directory.imports.TestImports.refused;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.organisation.qualifications.Qualification.Kind;
import se.vardmote.organisation.qualifications.Qualification.State;
import se.vardmote.organisation.qualifications.Qualifications;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** R2-21, R3-32 to R3-34: training from a file, a row a person and part, with the rules of the form. */
class TrainingFromAFileTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final String COLUMNS = "Person;Utbildning;Planerad dag;Genomförd;Gäller till och med\n";
    private final TestDatabase database = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(database);
    private final TestImports files = new TestImports(database, TestClock.atNoon());
    private final Qualifications qualifications = new Qualifications(database.app());
    private final StaffId sara = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void training_is_planned_completed_and_expires_by_file_and_each_is_on_record() {
        var report = send("SE2120001132-1001;teknik;2026-12-01;;\n"
                + "SE2120001132-1001;Informationssäkerhet;;2026-05-12;\n"
                + "SE2120001132-1001;Akuta lägen;;2025-05-12;2026-05-12\n");
        assertThat(counts(report)).containsExactly(3, 0, 0);
        assertThat(saras(Kind.TECHNIQUE).on(TODAY))
                .as("a report writes nothing")
                .isEqualTo(State.MISSING);
        assertThat(files.readIn(report)).isTrue();
        assertThat(saras(Kind.TECHNIQUE).on(TODAY)).isEqualTo(State.PLANNED);
        assertThat(saras(Kind.INFORMATION_SECURITY).on(TODAY)).isEqualTo(State.COMPLETED);
        assertThat(saras(Kind.EMERGENCIES).on(TODAY)).isEqualTo(State.EXPIRED);
        assertThat(files.recorded("qualification")).containsExactly("add ALLOWED", "add ALLOWED", "add ALLOWED");
    }

    @Test
    void a_column_that_is_missing_changes_nothing_and_a_row_that_says_what_is_there_writes_nothing() {
        files.readIn(send("SE2120001132-1001;Teknik;2026-12-01;2026-05-12;2027-05-12\n"));
        var completed = files.send(
                se.vardmote.directory.imports.Kind.QUALIFICATIONS,
                "Person;Utbildning;Genomförd\nSE2120001132-1001;Teknik;2026-11-17\n"
                        + "SE2120001132-1001;Akuta lägen;\n");
        assertThat(counts(completed)).containsExactly(0, 1, 1);
        files.readIn(completed);
        assertThat(saras(Kind.TECHNIQUE))
                .isEqualTo(
                        new Qualification(Kind.TECHNIQUE, LocalDate.of(2026, 12, 1), TODAY, LocalDate.of(2027, 5, 12)));
        assertThat(counts(send("SE2120001132-1001;Teknik;2026-12-01;2026-11-17;2027-05-12\n")))
                .containsExactly(0, 0, 1);
    }

    @Test
    void what_the_form_refuses_is_refused_and_nobody_trains_themselves() {
        var report = send("SE2120001132-1001;Teknik;;2026-11-18;\n"
                + "SE2120001132-1001;Teknik;;;2027-05-12\n"
                + "SE2120001132-1001;Teknik;;2026-05-12;2026-05-11\n"
                + "SE2120001132-1001;Teknik;;igår;\n"
                + "SE2120001132-1001;Trolleri;;2026-05-12;\n"
                + "SE2120001132-9;Teknik;;2026-05-12;\n"
                + "SE2120001132-1003;Teknik;;2026-05-12;\n"
                + "SE2120001132-1001;Teknik;;2026-05-12;\n"
                + "SE2120001132-1001;TEKNIK;;2026-05-13;\n");
        assertThat(refused(report))
                .containsExactly(
                        "2 Genomförd completed-later",
                        "3 Gäller till och med not-completed",
                        "4 Gäller till och med expires-before",
                        "5 Genomförd date",
                        "6 Utbildning unknown-training",
                        "7 Person unknown-person",
                        "8 Person yourself",
                        "10 Utbildning twice");
        files.readIn(report);
        assertThat(saras(Kind.TECHNIQUE).completedOn()).isEqualTo(LocalDate.of(2026, 5, 12));
    }

    private Report send(String rows) {
        return files.send(se.vardmote.directory.imports.Kind.QUALIFICATIONS, COLUMNS + rows);
    }

    private Qualification saras(Kind kind) {
        return qualifications.of(TestCast.VELLINGE, sara).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
