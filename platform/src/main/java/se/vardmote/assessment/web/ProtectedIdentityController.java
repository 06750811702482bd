package se.vardmote.assessment.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropIns;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.vocabulary.DropInId;

/** Name and number of one who waits with protected identity, for whoever opens them. */
@Controller
class ProtectedIdentityController {
    private final CareAccess care;
    private final DropIns dropIns;
    private final Clients clients;
    private final AuditLog audit;
    private final Clock clock;

    ProtectedIdentityController(CareAccess care, DropIns dropIns, Clients clients, AuditLog audit, Clock clock) {
        this.care = care;
        this.dropIns = dropIns;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/vantande/{dropIn}/uppgifter")
    ModelAndView identity(StaffMember staff, @PathVariable("dropIn") String id) {
        DropInId dropInId = DropInId.of(id);
        Relation relation = care.require(staff, "drop-in", dropInId);
        DropIn dropIn = dropIns.find(relation.careProvider(), dropInId).orElseThrow();
        audit.record(AuditEvent.read("protected-identity", dropIn.id())
                .by(ActorKind.STAFF, staff.staff(), staff.name())
                .under(staff.commission())
                .of(dropIn.careProvider(), dropIn.receivingUnit())
                .about(dropIn.client())
                .at(clock.instant()));
        Client client = clients.find(dropIn.careProvider(), dropIn.client()).orElseThrow();
        return new IdentityPage(client.name().value(), client.identity().display()).view();
    }
}
