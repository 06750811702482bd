package se.vardmote.assessment.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.Answering;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.History;
import se.vardmote.assessment.PastCall;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.ui.IdentityPage;
import se.vardmote.vocabulary.DropInId;

/** Name and number of one who waits, or has waited, with protected identity, for whoever opens them. */
@Controller
class ProtectedIdentityController {
    private final CareAccess care;
    private final Answering answering;
    private final History history;
    private final Clients clients;
    private final AuditLog audit;
    private final Clock clock;

    ProtectedIdentityController(
            CareAccess care, Answering answering, History history, Clients clients, AuditLog audit, Clock clock) {
        this.care = care;
        this.answering = answering;
        this.history = history;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/vantande/{dropIn}/uppgifter")
    ModelAndView identity(StaffMember signedIn, @PathVariable("dropIn") String id) {
        DropInId dropIn = DropInId.of(id);
        StaffMember staff = answering.under(signedIn, dropIn);
        Relation relation = care.require(staff, "drop-in", dropIn);
        PastCall call = history.find(relation.careProvider(), dropIn).orElseThrow();
        audit.record(AuditedActor.of(staff)
                .on(AuditEvent.read("protected-identity", call.id()))
                .of(call.careProvider(), call.receivingUnit())
                .about(call.client())
                .at(clock.instant()));
        Client client = clients.find(call.careProvider(), call.client()).orElseThrow();
        String back = call.state() == DropIn.State.WAITING ? "/min-dag" : "/historik/" + call.id();
        return new IdentityPage(client.name().value(), client.identity().display(), back).view();
    }
}
