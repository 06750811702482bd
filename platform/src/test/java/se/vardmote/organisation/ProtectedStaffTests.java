package se.vardmote.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import se.vardmote.access.TestCast;
import se.vardmote.organisation.register.People;
import se.vardmote.organisation.register.StaffLists;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** Staff too may have protected identity (sweden.md 1.7): the name is nowhere but with those who keep the row. */
class ProtectedStaffTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final Instant NOW = Instant.parse("2026-11-17T11:00:00Z");
    private static final String ALIAS = "Skyddad uppgift";
    private final TestDatabase database = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(database);
    private final Organisation organisation = new Organisation(database.app());
    private final People people = new People(database.app());
    private final StaffLists lists = new StaffLists(database.app());
    private final StaffId nurse = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
    private final StaffId one = cast.staff("SE2120001199-1", "Adam Admin", Profession.ADMINISTRATOR);
    private final StaffId another = cast.staff("SE2120001199-2", "Eva Admin", Profession.ADMINISTRATOR);

    @BeforeEach
    void protect() {
        cast.commission(nurse, TestCast.NURSES, TestCast.CARE);
        people.protect(nurse);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoever_reads_staff_reads_no_name() {
        assertThat(organisation.staff(nurse)).map(Staff::name).contains(ALIAS);
        assertThat(organisation.staffBy(HsaId.of("SE2120001132-1001")))
                .map(Staff::name)
                .contains(ALIAS);
        assertThat(organisation.staffAt(TestCast.NURSES, TODAY))
                .extracting(Staff::name)
                .containsExactly(ALIAS);
        assertThat(organisation.atWorkOf(Set.of(nurse), TODAY))
                .extracting(work -> work.staff().name())
                .containsExactly(ALIAS);
    }

    @Test
    void a_list_shows_no_name_and_no_search_by_name_finds_the_person_but_the_HSA_id_does() {
        assertThat(lists.all(TestCast.VELLINGE, TODAY, null).lines())
                .extracting(line -> line.name())
                .containsExactly(ALIAS);
        assertThat(lists.called(TestCast.VELLINGE, "Sara", TODAY, null).lines()).isEmpty();
        assertThat(lists.called(TestCast.VELLINGE, "se2120001132-1001", TODAY, null)
                        .lines())
                .hasSize(1);
    }

    @Test
    void a_name_that_somebody_kept_is_shown_as_it_is_now_and_stays_for_whom_the_register_does_not_have() {
        StaffId unknown = StaffId.next();
        assertThat(new StaffNames(database.app()).shown(Set.of(nurse, one, unknown)))
                .containsOnly(entry(nurse, ALIAS), entry(one, "Adam Admin"));
        assertThat(List.of(shown(nurse, "Sara Sjuk"), shown(one, "Adam Annan"), shown(unknown, "Siv Borta")))
                .containsExactly(ALIAS, "Adam Admin", "Siv Borta");
    }

    /** Whoever reads a column of names past {@code shown_name} reads the name of before. */
    @Test
    void no_name_of_staff_is_read_from_a_row_as_it_was_on_that_day() throws IOException {
        var past = Pattern.compile("getString\\(\"(\\w+_)?by_name\"\\)");
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> past.matcher(text(file)).find())
                            .map(file -> file.getFileName().toString()))
                    .as("besides who joins the register")
                    .containsExactly("TemporaryRights.java");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String shown(StaffId staff, String kept) {
        return database.app()
                .sql("select organisation.shown_name(?, ?)")
                .params(staff.value(), kept)
                .query(String.class)
                .single();
    }

    @Test
    void the_name_can_be_changed_and_stays_hidden() {
        database.app()
                .sql("update organisation.staff set name = 'Sara Frisk' where protected_identity")
                .update();
        assertThat(organisation.staff(nurse)).map(Staff::name).contains(ALIAS);
        assertThat(lists.called(TestCast.VELLINGE, "Frisk", TODAY, null).lines())
                .isEmpty();
    }

    @Test
    void the_database_itself_refuses_to_take_protection_away_when_nobody_has_asked() {
        var cleared = database.app().sql("update organisation.staff set protected_identity = false");
        assertThatThrownBy(cleared::update).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void it_takes_two_persons_to_take_protection_away() {
        assertThat(people.unprotect(nurse, another, NOW)).isFalse();
        people.askToUnprotect(nurse, asks(one, NOW));
        assertThat(people.unprotect(nurse, one, NOW)).isFalse();
        assertThat(organisation.staff(nurse)).map(Staff::name).contains(ALIAS);
        assertThat(people.unprotect(nurse, another, NOW)).isTrue();
        assertThat(organisation.staff(nurse)).map(Staff::name).contains("Sara Sjuk");
        assertThat(lists.called(TestCast.VELLINGE, "sar", TODAY, null).lines()).hasSize(1);
    }

    @Test
    void a_second_request_does_not_make_the_first_person_the_second() {
        people.askToUnprotect(nurse, asks(one, NOW));
        people.askToUnprotect(nurse, asks(another, NOW));
        assertThat(people.unprotect(nurse, one, NOW)).isFalse();
        people.keepProtected(nurse);
        assertThat(people.unprotect(nurse, another, NOW)).isFalse();
    }

    @Test
    void what_was_asked_says_why_and_lapses_after_a_week_and_may_then_be_asked_by_another() {
        people.askToUnprotect(nurse, asks(one, NOW));
        assertThat(people.asked(nurse, NOW)).contains(asks(one, NOW));
        Instant aWeekLater = NOW.plus(Duration.ofDays(7));
        assertThat(people.asked(nurse, aWeekLater)).isEmpty();
        assertThat(people.unprotect(nurse, another, aWeekLater)).isFalse();
        people.askToUnprotect(nurse, asks(another, aWeekLater));
        assertThat(people.unprotect(nurse, one, aWeekLater)).isTrue();
    }

    private static People.Asked asks(StaffId by, Instant at) {
        return new People.Asked(by, at, "Beslutet har upphört");
    }
}
