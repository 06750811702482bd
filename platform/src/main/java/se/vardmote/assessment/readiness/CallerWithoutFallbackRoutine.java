package se.vardmote.assessment.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.assessment.WhatUnitsDecide;
import se.vardmote.assessment.duty.DutyRules;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.readiness.Lack;
import se.vardmote.organisation.readiness.ReadinessRule;
import se.vardmote.organisation.settings.Settings;
import se.vardmote.vocabulary.CareUnitId;

/** A unit that knocks has no routine for when video does not work (R2-78). */
@Component
class CallerWithoutFallbackRoutine implements ReadinessRule {
    private final DutyRules rules;
    private final Settings settings;

    CallerWithoutFallbackRoutine(DutyRules rules, Settings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public String word() {
        return "fallback";
    }

    @Override
    public List<Lack> lacking(List<CareUnit> units, LocalDate today) {
        Set<CareUnitId> callers = rules.callers();
        Set<CareUnitId> knocking =
                units.stream().map(CareUnit::id).filter(callers::contains).collect(Collectors.toSet());
        return settings.of(knocking, WhatUnitsDecide.FALLBACK).entrySet().stream()
                .filter(unit -> unit.getValue().value(WhatUnitsDecide.FALLBACK).isEmpty())
                .map(unit -> new Lack(unit.getKey(), 1, UnitSettingAddress.of(unit.getKey(), WhatUnitsDecide.FALLBACK)))
                .toList();
    }
}
