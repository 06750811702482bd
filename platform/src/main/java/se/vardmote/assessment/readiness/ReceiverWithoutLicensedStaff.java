package se.vardmote.assessment.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.assessment.duty.DutyRules;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.readiness.Lack;
import se.vardmote.organisation.readiness.ReadinessRule;
import se.vardmote.vocabulary.CareUnitId;

/** A unit that answers knocks has nobody licensed at work: nobody there may admit anybody (R0-1). */
@Component
class ReceiverWithoutLicensedStaff implements ReadinessRule {
    private final DutyRules rules;
    private final Organisation organisation;

    ReceiverWithoutLicensedStaff(DutyRules rules, Organisation organisation) {
        this.rules = rules;
        this.organisation = organisation;
    }

    @Override
    public String word() {
        return "licensed";
    }

    @Override
    public List<Lack> lacking(List<CareUnit> units, LocalDate today) {
        Set<CareUnitId> receivers = rules.receivers();
        Set<CareUnitId> licensed = organisation.unitsWithLicensedStaff(today).stream()
                .map(CareUnit::id)
                .collect(Collectors.toSet());
        return units.stream()
                .map(CareUnit::id)
                .filter(unit -> receivers.contains(unit) && !licensed.contains(unit))
                .map(unit -> new Lack(unit, 1, "/admin/organisation/personal?enhet=" + unit))
                .toList();
    }
}
