package se.vardmote.assessment.duty;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.leaving.OpenMatter;
import se.vardmote.organisation.leaving.OpenMatters;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.DutyRuleId;
import se.vardmote.vocabulary.StaffId;

/** Rules of the duty table by which knocks from the unit are led after the last day: they end with it. */
@Component
class CallingMatters implements OpenMatters {
    private final DutyRules rules;

    CallingMatters(DutyRules rules) {
        this.rules = rules;
    }

    @Override
    public String word() {
        return "duty-from";
    }

    @Override
    public To to() {
        return To.NOBODY;
    }

    @Override
    public boolean mayEnd() {
        return true;
    }

    @Override
    public List<OpenMatter> at(CareUnit unit, LocalDate lastDay) {
        return rules.open("from_unit_id", unit.id(), lastDay).stream()
                .limit(MOST)
                .toList();
    }

    @Override
    public List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return List.of();
    }

    @Override
    public boolean handOver(OpenMatter matter, Receiver to, Act act) {
        return false;
    }

    @Override
    public void end(OpenMatter matter, Act act) {
        rules.end(matter.careProvider(), new DutyRuleId(matter.id()), act.lastDay());
    }
}
