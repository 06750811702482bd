package se.vardmote.assessment.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.Devices;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;

/** Hours without receiver, or without one of a profession, found before they come (R0-2). */
@Component
public class ComingGaps {
    private final DutyRules rules;
    private final Devices devices;
    private final Clock clock;

    public ComingGaps(DutyRules rules, Devices devices, Clock clock) {
        this.rules = rules;
        this.devices = devices;
        this.clock = clock;
    }

    /**
     * @param area null when it is so for the whole unit
     * @param never the unit has no rule at all
     */
    public record Coming(CareUnitId unit, @Nullable String area, DutyTable.Gap gap, boolean never) {}

    /** What is looked for in a table, for one area of the unit. */
    private interface Look {
        List<DutyTable.Gap> in(DutyTable table, @Nullable String area);
    }

    /** Of a care provider's units that have devices or rules, earliest first. */
    public List<Coming> of(CareProviderId careProvider, int days) {
        Map<CareUnitId, Set<String>> areas = devices.areasOf(careProvider);
        Map<CareUnitId, DutyTable> tables = new HashMap<>(rules.tablesOf(careProvider));
        areas.keySet().forEach(unit -> tables.putIfAbsent(unit, new DutyTable(List.of())));
        return in(tables, areas, nobody(days));
    }

    /** Of these units, and of those that they answer for at some time, earliest first. */
    public List<Coming> touching(Collection<CareUnitId> units, int days) {
        Map<CareUnitId, DutyTable> tables = rules.touching(units);
        return in(tables, devices.areasAt(tables.keySet()), nobody(days));
    }

    /** Of a care provider's units: somebody answers, but nobody of a profession that is answered for at other hours. */
    public List<Coming> missing(CareProviderId careProvider, int days) {
        Instant now = clock.instant();
        return in(
                rules.tablesOf(careProvider),
                devices.areasOf(careProvider),
                (table, area) -> table.missing(area, now, days));
    }

    private Look nobody(int days) {
        Instant now = clock.instant();
        return (table, area) -> table.gaps(area, now, days);
    }

    private static List<Coming> in(Map<CareUnitId, DutyTable> tables, Map<CareUnitId, Set<String>> areas, Look look) {
        return tables.entrySet().stream()
                .flatMap(entry ->
                        in(entry.getKey(), entry.getValue(), areas.getOrDefault(entry.getKey(), Set.of()), look))
                .sorted(Comparator.comparing(coming -> coming.gap().from()))
                .toList();
    }

    /** What the whole unit lacks is said once, not for each area. */
    private static Stream<Coming> in(CareUnitId unit, DutyTable table, Set<String> areas, Look look) {
        if (areas.stream().noneMatch(table.areas()::contains)) return in(unit, table, (String) null, false, look);
        Set<List<DutyTable.Gap>> different =
                areas.stream().map(area -> look.in(table, area)).collect(java.util.stream.Collectors.toSet());
        if (different.size() == 1) return in(unit, table, areas.iterator().next(), true, look);
        return areas.stream().sorted().flatMap(area -> in(unit, table, area, false, look));
    }

    private static Stream<Coming> in(
            CareUnitId unit, DutyTable table, @Nullable String area, boolean whole, Look look) {
        return look.in(table, area).stream().map(gap -> new Coming(unit, whole ? null : area, gap, table.isEmpty()));
    }
}
