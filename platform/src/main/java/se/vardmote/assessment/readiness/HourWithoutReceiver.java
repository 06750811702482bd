package se.vardmote.assessment.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.assessment.duty.ComingGaps;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.readiness.Lack;
import se.vardmote.organisation.readiness.ReadinessRule;

/** Somebody may knock from the unit at an hour at which nobody answers, within a fortnight (R0-2). */
@Component
class HourWithoutReceiver implements ReadinessRule {
    private static final int DAYS_AHEAD = 14;
    private final ComingGaps gaps;

    HourWithoutReceiver(ComingGaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public String word() {
        return "receiver";
    }

    @Override
    public List<Lack> lacking(List<CareUnit> units, LocalDate today) {
        if (units.isEmpty()) return List.of();
        var own = units.stream().map(CareUnit::id).collect(Collectors.toSet());
        return gaps.of(units.getFirst().careProvider(), DAYS_AHEAD).stream()
                .map(ComingGaps.Coming::unit)
                .filter(own::contains)
                .collect(Collectors.groupingBy(unit -> unit, Collectors.summingInt(gap -> 1)))
                .entrySet()
                .stream()
                .map(unit -> new Lack(unit.getKey(), unit.getValue(), "/admin/jourtabell"))
                .toList();
    }
}
