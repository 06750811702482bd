package se.vardmote.assessment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.vardmote.assessment.duty.ComingGaps;
import se.vardmote.organisation.CareUnit;
import se.vardmote.ui.Words;
import se.vardmote.vocabulary.CareUnitId;

/**
 * Nobody answers knocks from a unit for a while.
 *
 * @param area null when it is so for the whole unit
 * @param never there is no rule at all
 */
public record GapLine(String unit, @Nullable String area, Instant from, Instant to, boolean never) {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    static GapLine of(ComingGaps.Coming coming, Map<CareUnitId, CareUnit> names) {
        CareUnit unit = names.get(coming.unit());
        return new GapLine(
                unit == null ? "" : unit.name(),
                coming.area(),
                coming.gap().from(),
                coming.gap().to(),
                coming.never());
    }

    /** {@code lördag 28 november 02.00–06.00 har Hemtjänst Höllviken ingen mottagare} */
    public String in(Words say) {
        String where = area == null ? unit : say.text("gap.area", unit, area);
        if (never) return say.text("gap.never", where);
        boolean sameDay = LocalDate.ofInstant(from, SWEDEN).equals(LocalDate.ofInstant(to.minusNanos(1), SWEDEN));
        String end = sameDay ? "–" + say.clock(to) : " – " + say.when(to);
        return say.text("gap.text", say.when(from) + end, where);
    }
}
