package se.vardmote.assessment.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.assessment.duty.DutyRules;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.readiness.Lack;
import se.vardmote.organisation.readiness.ReadinessRule;
import se.vardmote.organisation.settings.InForce;
import se.vardmote.organisation.settings.Settings;
import se.vardmote.vocabulary.CareUnitId;

/** A unit that answers knocks has no duty phone of its own: whoever waits is given the number of the office. */
@Component
class ReceiverWithoutDutyPhone implements ReadinessRule {
    private final DutyRules rules;
    private final Settings settings;

    ReceiverWithoutDutyPhone(DutyRules rules, Settings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public String word() {
        return "duty-phone";
    }

    @Override
    public List<Lack> lacking(List<CareUnit> units, LocalDate today) {
        Set<CareUnitId> receivers = rules.receivers();
        Set<CareUnitId> answering =
                units.stream().map(CareUnit::id).filter(receivers::contains).collect(Collectors.toSet());
        Map<CareUnitId, InForce> there = settings.of(answering, CareUnit.DUTY_PHONE);
        return there.entrySet().stream()
                .filter(unit -> unit.getValue().value(CareUnit.DUTY_PHONE).isEmpty())
                .map(unit -> new Lack(unit.getKey(), 1, UnitSettingAddress.of(unit.getKey(), CareUnit.DUTY_PHONE)))
                .toList();
    }
}
