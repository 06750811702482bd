package se.vardmote.assessment.duty;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.DutyRuleId;

/** Where the administrator of a care provider decides who answers its knocks. Each change is on record. */
@Component
public class DutyOffice {
    private final DutyRules rules;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Clock clock;

    public DutyOffice(DutyRules rules, Organisation organisation, AuditLog audit, Clock clock) {
        this.rules = rules;
        this.organisation = organisation;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds a rule, or changes the care provider's own of the same id.
     *
     * @throws IllegalArgumentException when the rule leads knocks of a unit of another care provider
     */
    public void keep(SystemAdministrator by, DutyRule rule) {
        boolean own = organisation.unitsOf(by.careProvider()).stream()
                .map(CareUnit::id)
                .anyMatch(rule.from()::equals);
        if (!own) throw new IllegalArgumentException("not a unit of the administrator's care provider");
        note(by, "keep", rule.id());
        rules.keep(by.careProvider(), rule);
    }

    /** Removes a rule; another care provider's stays. */
    public void remove(SystemAdministrator by, DutyRuleId id) {
        note(by, "remove", id);
        rules.remove(by.careProvider(), id);
    }

    public List<DutyRule> rules(SystemAdministrator by) {
        return rules.of(by.careProvider());
    }

    private void note(SystemAdministrator by, String action, DutyRuleId id) {
        audit.record(AuditedActor.of(by)
                .on(AuditEvent.wrote(action, "duty-rule", id))
                .at(clock.instant()));
    }
}
