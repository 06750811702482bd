package se.vardmote.directory.readiness;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.readiness.Lack;
import se.vardmote.organisation.readiness.ReadinessRule;
import se.vardmote.organisation.readiness.WhatUnitsLack;

/** Somebody who cares for patients at the unit lacks some part of the training (R3-32 to R3-34). */
@Component
class UntrainedStaff implements ReadinessRule {
    private final WhatUnitsLack lacks;

    UntrainedStaff(WhatUnitsLack lacks) {
        this.lacks = lacks;
    }

    @Override
    public String word() {
        return "training";
    }

    @Override
    public List<Lack> lacking(List<CareUnit> units, LocalDate today) {
        return lacks.untrained(units.stream().map(CareUnit::id).toList(), today).entrySet().stream()
                .map(unit ->
                        new Lack(unit.getKey(), unit.getValue(), "/admin/organisation/personal?enhet=" + unit.getKey()))
                .toList();
    }
}
