package se.vardmote.assessment.duty;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.leaving.OpenMatter;
import se.vardmote.organisation.leaving.OpenMatters;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DutyRuleId;
import se.vardmote.vocabulary.StaffId;

/** Rules of the duty table by which the unit answers after the last day: from then on another unit does, or the rule ends. */
@Component
class AnsweringMatters implements OpenMatters {
    private final DutyRules rules;
    private final Organisation organisation;

    AnsweringMatters(DutyRules rules, Organisation organisation) {
        this.rules = rules;
        this.organisation = organisation;
    }

    @Override
    public String word() {
        return "duty-to";
    }

    @Override
    public To to() {
        return To.UNIT;
    }

    @Override
    public boolean mayEnd() {
        return true;
    }

    @Override
    public List<OpenMatter> at(CareUnit unit, LocalDate lastDay) {
        return rules.open("to_unit_id", unit.id(), lastDay).stream().limit(MOST).toList();
    }

    @Override
    public List<OpenMatter> of(CareProviderId careProvider, StaffId staff, LocalDate lastDay) {
        return List.of();
    }

    @Override
    public boolean handOver(OpenMatter matter, Receiver to, Act act) {
        if (to.unit() == null || to.unit().equals(matter.unit()) || !mayAnswer(to.unit(), act.lastDay())) return false;
        DutyRule rule = rules.find(new DutyRuleId(matter.id())).orElseThrow();
        LocalDate next = act.lastDay().plusDays(1);
        boolean later = rule.validFrom().isAfter(act.lastDay());
        if (!later) rules.keep(matter.careProvider(), rule.until(act.lastDay()));
        rules.keep(
                matter.careProvider(),
                rule.answeredBy(later ? rule.id() : DutyRuleId.next(), to.unit(), later ? rule.validFrom() : next));
        return true;
    }

    @Override
    public void end(OpenMatter matter, Act act) {
        rules.end(matter.careProvider(), new DutyRuleId(matter.id()), act.lastDay());
    }

    /** Whoever answers needs somebody licensed. */
    private boolean mayAnswer(CareUnitId unit, LocalDate day) {
        return organisation.unitsWithLicensedStaff(day).stream()
                .map(CareUnit::id)
                .anyMatch(unit::equals);
    }
}
