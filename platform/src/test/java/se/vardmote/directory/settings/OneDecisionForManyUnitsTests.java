package se.vardmote.directory.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.directory.settings.Effect.What;
import se.vardmote.organisation.CareUnit;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.PhoneNumber;

/** What one decision for many units does to each is told before it is done: who changes, who follows, who stays as they were. */
class OneDecisionForManyUnitsTests {
    private static final String USUAL = "180";
    private final CareUnit top = unit("Topp", null);
    private final CareUnit part = unit("Del", top);
    private final CareUnit partOfPart = unit("Del av del", part);
    private final CareUnit beside = unit("Bredvid", null);
    private final List<CareUnit> units = List.of(top, part, partOfPart, beside);

    @Test
    void who_is_chosen_changes_and_their_parts_follow() {
        assertThat(effect(Map.of(), Set.of(top), "120").lines())
                .extracting(Effect.Line::unit, Effect.Line::what, Effect.Line::before, Effect.Line::after)
                .containsExactly(
                        tuple(top, What.CHANGES, null, "120"),
                        tuple(part, What.FOLLOWS, null, "120"),
                        tuple(partOfPart, What.FOLLOWS, null, "120"));
    }

    @Test
    void who_has_decided_for_themselves_stays_and_so_do_their_parts() {
        assertThat(effect(Map.of(part, "60"), Set.of(top), "120").lines())
                .extracting(Effect.Line::unit, Effect.Line::what, Effect.Line::after)
                .containsExactly(
                        tuple(top, What.CHANGES, "120"),
                        tuple(part, What.KEEPS, "60"),
                        tuple(partOfPart, What.KEEPS, "60"));
    }

    @Test
    void who_has_it_already_is_told_apart_from_who_only_inherits_it() {
        assertThat(effect(Map.of(top, "120"), Set.of(top, part), "120").lines())
                .extracting(Effect.Line::unit, Effect.Line::what)
                .containsExactly(tuple(top, What.ALREADY), tuple(part, What.SAME), tuple(partOfPart, What.KEEPS));
    }

    @Test
    void the_products_own_value_decided_anew_changes_nothing_that_holds() {
        assertThat(effect(Map.of(), Set.of(beside), USUAL).lines())
                .extracting(Effect.Line::what)
                .containsExactly(What.SAME);
    }

    @Test
    void who_decides_nothing_any_longer_inherits() {
        assertThat(effect(Map.of(top, "120", part, "60"), Set.of(part), null).lines())
                .extracting(Effect.Line::unit, Effect.Line::what, Effect.Line::before, Effect.Line::after)
                .containsExactly(tuple(part, What.CHANGES, "60", "120"), tuple(partOfPart, What.FOLLOWS, "60", "120"));
    }

    @Test
    void another_effect_has_another_digest() {
        String shown = effect(Map.of(), Set.of(top), "120").digest();
        assertThat(effect(Map.of(), Set.of(top), "120").digest()).isEqualTo(shown);
        assertThat(effect(Map.of(part, "60"), Set.of(top), "120").digest()).isNotEqualTo(shown);
        assertThat(effect(Map.of(), Set.of(top), "121").digest()).isNotEqualTo(shown);
    }

    private Effect effect(Map<CareUnit, String> decided, Set<CareUnit> chosen, @Nullable String text) {
        Map<CareUnitId, CareUnitId> parents = new HashMap<>();
        for (CareUnit unit : units) if (unit.parent() != null) parents.put(unit.id(), unit.parent());
        Map<@Nullable CareUnitId, String> own = new HashMap<>();
        decided.forEach((unit, value) -> own.put(unit.id(), value));
        Set<CareUnitId> ids = chosen.stream().map(CareUnit::id).collect(java.util.stream.Collectors.toSet());
        return Effect.of(units, new Inheritance(parents, own), ids, text, USUAL);
    }

    private static CareUnit unit(String name, @Nullable CareUnit parent) {
        CareUnitId id = CareUnitId.next();
        return new CareUnit(
                id,
                TestCast.VELLINGE,
                name,
                HsaId.of("SE2120001132-E9"),
                new PhoneNumber("+46406280400"),
                parent == null ? null : parent.id(),
                null,
                null);
    }
}
