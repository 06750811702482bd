package se.vardmote.assessment.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.vardmote.assessment.duty.DutyRules;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.readiness.Lack;
import se.vardmote.organisation.readiness.ReadinessRule;
import se.vardmote.organisation.readiness.WhatUnitsLack;
import se.vardmote.vocabulary.CareUnitId;

/** The duty table leads knocks from the unit, which has no device to knock on (R0-43). */
@Component
class CallerWithoutDevice implements ReadinessRule {
    private final DutyRules rules;
    private final WhatUnitsLack lacks;

    CallerWithoutDevice(DutyRules rules, WhatUnitsLack lacks) {
        this.rules = rules;
        this.lacks = lacks;
    }

    @Override
    public String word() {
        return "device";
    }

    @Override
    public List<Lack> lacking(List<CareUnit> units, LocalDate today) {
        Set<CareUnitId> callers = rules.callers();
        return lacks
                .device(units.stream()
                        .map(CareUnit::id)
                        .filter(callers::contains)
                        .toList())
                .stream()
                .map(unit -> new Lack(unit, 1, "/admin/enheter"))
                .toList();
    }
}
