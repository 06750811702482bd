package se.vardmote.assessment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.vardmote.assessment.duty.ComingGaps;
import se.vardmote.organisation.CareUnit;
import se.vardmote.ui.Words;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Profession;

/**
 * Nobody answers knocks from a unit for a while, or nobody of a profession.
 *
 * @param area null when it is so for the whole unit
 * @param never there is no rule at all
 * @param profession name of the {@code Profession} that is missing; null when nobody answers
 * @param again how many more times it comes at the same hours
 */
public record GapLine(
        String unit,
        @Nullable String area,
        Instant from,
        Instant to,
        boolean never,
        @Nullable String profession,
        int again) {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** When and whose, without the day: what comes every night is said once. */
    private record Hours(
            CareUnitId unit,
            @Nullable String area,
            @Nullable Profession profession,
            LocalTime from,
            LocalTime to,
            long days) {
        static Hours of(ComingGaps.Coming coming) {
            var from = coming.gap().from().atZone(SWEDEN);
            var to = coming.gap().to().atZone(SWEDEN);
            return new Hours(
                    coming.unit(),
                    coming.area(),
                    coming.gap().profession(),
                    from.toLocalTime(),
                    to.toLocalTime(),
                    ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate()));
        }
    }

    static GapLine of(ComingGaps.Coming coming, Map<CareUnitId, CareUnit> names) {
        return of(coming, names, 0);
    }

    /** A line for each hours of the clock, with the first time. */
    static List<GapLine> once(List<ComingGaps.Coming> coming, Map<CareUnitId, CareUnit> names) {
        return coming.stream()
                .collect(Collectors.groupingBy(Hours::of, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(alike -> of(alike.getFirst(), names, alike.size() - 1))
                .toList();
    }

    private static GapLine of(ComingGaps.Coming coming, Map<CareUnitId, CareUnit> names, int again) {
        CareUnit unit = names.get(coming.unit());
        Profession profession = coming.gap().profession();
        return new GapLine(
                unit == null ? "" : unit.name(),
                coming.area(),
                coming.gap().from(),
                coming.gap().to(),
                coming.never(),
                profession == null ? null : profession.name(),
                again);
    }

    /** {@code lördag 28 november 02.00–06.00 har Hemtjänst Höllviken ingen mottagare} */
    public String in(Words say) {
        String where = area == null ? unit : say.text("gap.area", unit, area);
        if (never) return say.text("gap.never", where);
        boolean sameDay = LocalDate.ofInstant(from, SWEDEN).equals(LocalDate.ofInstant(to.minusNanos(1), SWEDEN));
        String end = sameDay ? "–" + say.clock(to) : " – " + say.when(to);
        String when = say.when(from) + end;
        String text = profession == null
                ? say.text("gap.text", when, where)
                : say.text("gap.profession", when, where, say.text("profession." + profession));
        return again == 0 ? text : text + say.count("gap.again", again);
    }
}
