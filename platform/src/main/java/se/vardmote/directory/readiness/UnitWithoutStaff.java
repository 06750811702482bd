package se.vardmote.directory.readiness;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.readiness.Lack;
import se.vardmote.organisation.readiness.ReadinessRule;
import se.vardmote.organisation.readiness.WhatUnitsLack;

/** A unit at which nobody works today. */
@Component
class UnitWithoutStaff implements ReadinessRule {
    private final WhatUnitsLack lacks;

    UnitWithoutStaff(WhatUnitsLack lacks) {
        this.lacks = lacks;
    }

    @Override
    public String word() {
        return "staff";
    }

    @Override
    public List<Lack> lacking(List<CareUnit> units, LocalDate today) {
        return lacks.staff(units.stream().map(CareUnit::id).toList(), today).stream()
                .map(unit -> new Lack(unit, 1, "/admin/organisation/personal"))
                .toList();
    }
}
