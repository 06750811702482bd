package se.vardmote.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.vardmote.access.TestCast;
import se.vardmote.access.TestClock;
import se.vardmote.organisation.settings.Settings;
import se.vardmote.platform.TestDatabase;
import se.vardmote.ui.Messages;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareUnitId;

/** R2-77, PDL 3:13: a note begins with the unit's own text for the reason, else with the product's, in Swedish. */
class BeginningWithATemplateTests {
    private static final Map<String, String> FACTS = Map.of(
            "reason", "Fall",
            "time", "12.00–12.11",
            "informed", "Patienten är informerad om videosamtalet.",
            "participants", "Karin Larsson, Tolvan Tolvansson");
    private final TestDatabase db = TestDatabase.fresh();
    private final NoteTemplates templates = new NoteTemplates(
            new Settings(db.app()), new WhatUnitsWrite(new Settings(db.app()), new Messages(TestClock.atNoon())));
    private final TestCast cast = TestCast.in(db);

    @AfterEach
    void close() {
        db.close();
    }

    @ParameterizedTest
    @EnumSource(CallReason.class)
    void every_reason_begins_with_something_in_each_part_and_no_place_is_left_unfilled(CallReason reason) {
        NoteText text = templates.fill(TestCast.NURSES, reason.name(), FACTS);
        for (NotePart part : NotePart.values()) {
            assertThat(text.part(part)).isNotBlank().doesNotContain("{", "}");
        }
        assertThat(text.refusals()).isEmpty();
        assertThat(text.situation()).contains("Fall", "12.00–12.11");
        assertThat(text.background()).contains("informerad", "Karin Larsson");
    }

    @Test
    void a_fall_and_a_wound_ask_for_different_observations() {
        assertThat(templates.fill(TestCast.NURSES, "FALL", FACTS).observations())
                .contains("Smärta", "Rörlighet");
        assertThat(templates.fill(TestCast.NURSES, "WOUND", FACTS).observations())
                .contains("Vätska och lukt");
    }

    @Test
    void the_units_own_text_for_the_reason_wins_then_its_own_for_all_then_the_products() {
        cast.decides(TestCast.NURSES, "template.ANY.MEASURES", "Enhetens åtgärder {time}");
        assertThat(measures(TestCast.NURSES, "FALL")).isEqualTo("Enhetens åtgärder 12.00–12.11");
        cast.decides(TestCast.NURSES, "template.FALL.MEASURES", "Enhetens åtgärder vid {reason}");
        assertThat(measures(TestCast.NURSES, "FALL")).isEqualTo("Enhetens åtgärder vid Fall");
        assertThat(measures(TestCast.NURSES, "WOUND")).isEqualTo("Enhetens åtgärder 12.00–12.11");
        assertThat(measures(TestCast.HOME_CARE, "FALL")).doesNotContain("Enhetens");
    }

    @Test
    void what_is_decided_for_a_reason_above_the_unit_wins_over_its_own_text_for_all() {
        cast.decides(TestCast.NURSES, "template.ANY.MEASURES", "Enhetens åtgärder");
        cast.decides(null, "template.FALL.MEASURES", "Vårdgivarens åtgärder vid {reason}");
        assertThat(measures(TestCast.NURSES, "FALL")).isEqualTo("Vårdgivarens åtgärder vid Fall");
        assertThat(measures(TestCast.NURSES, "WOUND")).isEqualTo("Enhetens åtgärder");
    }

    private String measures(CareUnitId unit, String reason) {
        return templates.fill(unit, reason, FACTS).measures();
    }
}
