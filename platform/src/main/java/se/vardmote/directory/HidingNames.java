package se.vardmote.directory;

import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.AtWork;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.organisation.register.People;
import se.vardmote.vocabulary.StaffId;

/**
 * Who need not administer anything to hide a name: anybody of the staff their own, and a head those of the unit. To show it
 * again takes two administrators ({@link Directory#unprotect}). On record before it is written; again does nothing but withdraw
 * what somebody has asked.
 */
@Component
public class HidingNames {
    private final People people;
    private final Organisation organisation;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    public HidingNames(People people, Organisation organisation, Directory directory, AuditLog audit, Clock clock) {
        this.people = people;
        this.organisation = organisation;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean hidden(StaffId id) {
        return directory.person(id).protectedIdentity();
    }

    /** @param by one of the staff, who hides their own */
    public void own(AuditedActor by) {
        if (!(by.id() instanceof StaffId own)) throw new DirectoryProblem.NoSuchPerson().asException();
        hide(by, own);
    }

    public void of(StaffMember head, StaffId id) {
        hide(AuditedActor.of(head), atUnit(head, id).id());
    }

    /** @throws se.vardmote.platform.ProblemException {@link DirectoryProblem.NoSuchPerson} for one who does not work there today */
    public Staff atUnit(StaffMember head, StaffId id) {
        return organisation.atWorkOf(Set.of(id), directory.today()).stream()
                .filter(work -> work.unit().id().equals(head.unit()))
                .map(AtWork::staff)
                .findFirst()
                .orElseThrow(() -> new DirectoryProblem.NoSuchPerson().asException());
    }

    private void hide(AuditedActor by, StaffId id) {
        audit.record(by.on(AuditEvent.wrote("protect", "staff", id)).at(clock.instant()));
        people.protect(id);
    }
}
