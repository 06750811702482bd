package se.vardmote.directory.readiness;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.readiness.Lack;
import se.vardmote.organisation.readiness.ReadinessRule;
import se.vardmote.organisation.readiness.WhatUnitsLack;

/** A unit without a head: nobody is told when somebody waits for too long, and nobody reviews the log. */
@Component
class UnitWithoutHead implements ReadinessRule {
    private final WhatUnitsLack lacks;

    UnitWithoutHead(WhatUnitsLack lacks) {
        this.lacks = lacks;
    }

    @Override
    public String word() {
        return "head";
    }

    @Override
    public List<Lack> lacking(List<CareUnit> units, LocalDate today) {
        return lacks.head(units.stream().map(CareUnit::id).toList()).stream()
                .map(unit -> new Lack(unit, 1, "/admin/organisation/enheter/" + unit + "/andra"))
                .toList();
    }
}
