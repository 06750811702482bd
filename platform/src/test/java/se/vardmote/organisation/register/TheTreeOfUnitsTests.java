package se.vardmote.organisation.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import se.vardmote.access.TestCast;
import se.vardmote.organisation.CareUnit;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.Profession;

/** Units and the units that are a part of them. */
class TheTreeOfUnitsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private final TestDatabase database = TestDatabase.fresh();
    private final TestCast cast = TestCast.in(database);
    private final Units units = new Units(database.app());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void parts_stand_below_what_they_are_a_part_of_by_name() {
        CareUnit care = add("Äldreomsorgen", null);
        CareUnit home = add("Hemtjänsten", care.id());
        add("Centrum", home.id());
        add("Boendet", care.id());
        assertThat(units.list(TestCast.VELLINGE, "", TODAY, 0).lines().stream()
                        .map(line -> line.depth() + " " + line.name())
                        .toList())
                .containsExactly(
                        "0 Hemtjänst Höllviken",
                        "0 Kommunsjuksköterskorna",
                        "0 Äldreomsorgen",
                        "1 Boendet",
                        "1 Hemtjänsten",
                        "2 Centrum");
    }

    @Test
    void a_search_finds_parts_of_names_and_HSA_ids_of_the_own_care_provider_only() {
        assertThat(names("höll")).containsExactly("Hemtjänst Höllviken");
        assertThat(names("-e012")).containsExactly("Hemtjänst Höllviken");
        assertThat(names("Trelleborg")).isEmpty();
        assertThat(names("100%_")).isEmpty();
    }

    @Test
    void a_line_says_how_many_work_there_today_who_is_head_and_how_many_devices_there_are() {
        var sara = cast.staff("SE2120001132-1001", "Sara Sjuk", Profession.NURSE);
        cast.commission(sara, TestCast.HOME_CARE, TestCast.CARE);
        cast.commission(sara, TestCast.HOME_CARE, "Administration");
        cast.endCommission(cast.commission(sara, TestCast.NURSES, TestCast.CARE), TODAY.minusDays(1));
        cast.device("iPad 07");
        cast.heads(sara, TestCast.HOME_CARE);
        assertThat(units.list(TestCast.VELLINGE, "", TODAY, 0).lines().stream()
                        .map(line -> List.of(line.name(), line.staff(), line.devices(), String.valueOf(line.head())))
                        .toList())
                .containsExactly(
                        List.of("Hemtjänst Höllviken", 1, 1, "Sara Sjuk"),
                        List.of("Kommunsjuksköterskorna", 0, 0, "null"));
    }

    @Test
    void sixty_units_come_fifty_at_a_time() {
        IntStream.range(0, 58).forEach(n -> add("Enhet %02d".formatted(n), null));
        Units.Page first = units.list(TestCast.VELLINGE, "", TODAY, 0);
        Units.Page second = units.list(TestCast.VELLINGE, "", TODAY, 1);
        assertThat(first.lines()).hasSize(50);
        assertThat(second.lines()).hasSize(10);
        assertThat(first.total()).isEqualTo(60);
        assertThat(second.lines()).doesNotContainAnyElementsOf(first.lines());
    }

    @Test
    void no_unit_lies_below_itself_whoever_writes() {
        CareUnit top = add("Topp", null);
        CareUnit middle = add("Mitt", top.id());
        CareUnit bottom = add("Botten", middle.id());
        assertThat(units.liesIn(bottom.id(), top.id())).isTrue();
        assertThat(units.liesIn(top.id(), bottom.id())).isFalse();
        assertThatThrownBy(() -> units.change(below(top, bottom.id())))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> units.change(below(top, top.id())))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void no_unit_is_a_part_of_another_care_providers() {
        assertThatThrownBy(() -> add("Smygvägen", TestCast.ELSEWHERE))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void an_HSA_id_is_one_units_however_it_is_cased() {
        var taken = new CareUnit(
                CareUnitId.next(),
                TestCast.VELLINGE,
                "En till",
                HsaId.of("se2120001132-e012"),
                new PhoneNumber("+46406280400"),
                null,
                null,
                null);
        assertThatThrownBy(() -> units.add(taken)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_unit_is_called_by_name_or_HSA_id() {
        add("Rehab", null);
        add("rehab", null);
        assertThat(units.called(TestCast.VELLINGE, "hemtjänst höllviken")).containsExactly(TestCast.HOME_CARE);
        assertThat(units.called(TestCast.VELLINGE, "se2120001132-E012")).containsExactly(TestCast.HOME_CARE);
        assertThat(units.called(TestCast.VELLINGE, "Rehab")).hasSize(2);
        assertThat(units.called(TestCast.VELLINGE, "Hemtjänst Trelleborg")).isEmpty();
    }

    private List<String> names(String search) {
        return units.list(TestCast.VELLINGE, search, TODAY, 0).lines().stream()
                .map(UnitLine::name)
                .toList();
    }

    private static CareUnit below(CareUnit unit, CareUnitId parent) {
        return new CareUnit(
                unit.id(), unit.careProvider(), unit.name(), unit.hsaId(), unit.phone(), parent, null, null);
    }

    private CareUnit add(String name, @Nullable CareUnitId parent) {
        CareUnitId id = CareUnitId.next();
        var unit = new CareUnit(
                id,
                TestCast.VELLINGE,
                name,
                HsaId.of("SE2120001132-" + id.toString().substring(24)),
                new PhoneNumber("+46406280400"),
                parent,
                null,
                null);
        units.add(unit);
        return unit;
    }
}
