package se.vardmote.assessment.planned;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.vardmote.assessment.duty.DutyRules;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.vocabulary.CareUnitId;

/** Between which units calls are planned: those who knock, and those who answer them at some hour. */
@Component
public class CallingUnits {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final Organisation organisation;
    private final DutyRules rules;
    private final Clock clock;

    public CallingUnits(Organisation organisation, DutyRules rules, Clock clock) {
        this.organisation = organisation;
        this.rules = rules;
        this.clock = clock;
    }

    /** Somebody licensed, at a unit that answers. */
    public record Professional(Staff staff, CareUnit receiving) {}

    /** Whose devices a professional of a unit may plan for. */
    public List<CareUnit> answeredBy(CareUnitId receiving) {
        return organisation.units(rules.callersOf(Set.of(receiving)));
    }

    /** With whom a call from a unit's device is agreed, whoever answers there just now. */
    public List<Professional> professionalsFor(CareUnitId home) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        return organisation.units(rules.from(home).receivers()).stream()
                .flatMap(unit -> organisation.staffAt(unit.id(), today).stream()
                        .filter(Staff::licensed)
                        .map(staff -> new Professional(staff, unit)))
                .toList();
    }
}
