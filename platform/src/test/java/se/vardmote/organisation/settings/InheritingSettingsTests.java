package se.vardmote.organisation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.access.TestCast;
import se.vardmote.platform.CountingStatements;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** What a unit decides is inherited by its parts: the nearest decision on the way up holds, and where it comes from is known. */
class InheritingSettingsTests {
    private static final Setting<Integer> LIMIT =
            new Setting<>("waiting.cover-after", "waiting", new Kind.Amount(Kind.Measure.SECONDS, 30, 3600), 180);
    private static final Setting<Optional<CareUnitId>> COVER =
            new Setting<>("waiting.cover", "waiting", new Kind.OtherUnit(), Optional.empty());
    private final TestDatabase db = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(db);
    private final Settings settings = new Settings(db.app());
    private final SettingRows rows = new SettingRows(db.app());
    private final StaffId adam = cast.staff("SE2120001132-1003", "Adam Admin", Profession.ADMINISTRATOR);
    private final CareUnitId part = cast.unit("Team söder", "SE2120001132-E021", TestCast.HOME_CARE);
    private final CareUnitId partOfPart = cast.unit("Team söder natt", "SE2120001132-E022", part);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void where_nobody_has_decided_the_products_own_holds() {
        assertThat(settings.of(partOfPart, LIMIT)).isEqualTo(180);
        assertThat(settings.of(partOfPart).origin(LIMIT)).isEqualTo(new Origin.OfProduct());
    }

    @Test
    void the_nearest_decision_on_the_way_up_holds_and_where_it_comes_from_is_told() {
        decide(null, LIMIT, "100");
        assertHolds(partOfPart, 100, new Origin.OfCareProvider());
        decide(TestCast.HOME_CARE, LIMIT, "200");
        assertHolds(partOfPart, 200, new Origin.OfUnit(TestCast.HOME_CARE));
        decide(part, LIMIT, "300");
        assertHolds(partOfPart, 300, new Origin.OfUnit(part));
        decide(partOfPart, LIMIT, "400");
        assertHolds(partOfPart, 400, new Origin.Own());
        assertHolds(TestCast.NURSES, 100, new Origin.OfCareProvider());
        assertThat(settings.of(TestCast.ELSEWHERE, LIMIT))
                .as("another care provider's")
                .isEqualTo(180);
    }

    @Test
    void what_is_taken_back_is_inherited_again() {
        decide(TestCast.HOME_CARE, LIMIT, "200");
        decide(part, LIMIT, "300");
        decide(part, LIMIT, null);
        assertHolds(part, 200, new Origin.OfUnit(TestCast.HOME_CARE));
    }

    @Test
    void who_moves_in_the_tree_inherits_from_where_they_are_now() {
        decide(TestCast.HOME_CARE, LIMIT, "200");
        decide(TestCast.NURSES, LIMIT, "300");
        cast.partOf(part, TestCast.NURSES);
        assertHolds(partOfPart, 300, new Origin.OfUnit(TestCast.NURSES));
    }

    @Test
    void everything_at_many_units_is_read_with_one_question() {
        decide(TestCast.HOME_CARE, LIMIT, "200");
        var counting = new CountingStatements(db.appDataSource());
        var counted = new Settings(JdbcClient.create(counting));
        assertThat(counting.during(() -> assertThat(counted.of(List.of(part, partOfPart, TestCast.NURSES)))
                        .hasSize(3)))
                .isOne();
    }

    @Test
    void who_changed_what_from_what_is_kept_and_what_changes_nothing_is_no_change() {
        assertThat(decide(part, LIMIT, "300")).isTrue();
        assertThat(decide(part, LIMIT, "300")).isFalse();
        assertThat(decide(part, LIMIT, null)).isTrue();
        assertThat(decide(part, LIMIT, null)).isFalse();
        assertThat(rows.changes(new SettingRows.Place(TestCast.VELLINGE, part), LIMIT.key()))
                .extracting(change -> change.before() + " " + change.after() + " " + change.by())
                .containsExactly("300 null Adam Admin", "null 300 Adam Admin");
        assertThat(rows.changes(TestCast.VELLINGE, null)).hasSize(2);
        assertThat(rows.changes(TestCast.TRELLEBORG, null)).isEmpty();
    }

    /** Whoever is sought as cover sees names. */
    @Test
    void another_care_providers_unit_can_be_named_nowhere() {
        assertThat(decide(part, COVER, TestCast.NURSES.toString())).isTrue();
        assertThat(settings.of(partOfPart, COVER)).contains(TestCast.NURSES);
        assertThatThrownBy(() -> decide(part, COVER, TestCast.ELSEWHERE.toString()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("foreign key");
    }

    @Test
    void the_record_of_changes_can_be_neither_changed_nor_removed_by_the_running_role() {
        decide(part, LIMIT, "300");
        assertThatThrownBy(() ->
                        db.app().sql("delete from organisation.setting_change").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> db.app()
                        .sql("update organisation.setting_change set after = '1'")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    private void assertHolds(CareUnitId unit, int value, Origin origin) {
        InForce here = Objects.requireNonNull(settings.of(Set.of(unit)).get(unit));
        assertThat(here.value(LIMIT)).isEqualTo(value);
        assertThat(here.origin(LIMIT)).isEqualTo(origin);
    }

    private boolean decide(@Nullable CareUnitId unit, Setting<?> setting, @Nullable String text) {
        return Boolean.TRUE.equals(db.transactions()
                .execute(running -> rows.decide(
                        new SettingRows.Place(TestCast.VELLINGE, unit),
                        setting,
                        text,
                        adam,
                        Instant.parse("2026-11-17T11:00:00Z"))));
    }
}
