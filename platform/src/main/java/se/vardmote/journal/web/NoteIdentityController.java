package se.vardmote.journal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.journal.Duty;
import se.vardmote.ui.IdentityPage;

/** Name and number of a patient with protected identity, for whoever writes the note and opens them. */
@Controller
class NoteIdentityController {
    private final NoteReader reader;
    private final Clients clients;

    NoteIdentityController(NoteReader reader, Clients clients) {
        this.reader = reader;
        this.clients = clients;
    }

    @GetMapping("/anteckning/{duty}/uppgifter")
    ModelAndView identity(StaffMember staff, @PathVariable("duty") String id) {
        Duty duty = reader.find(staff, id);
        reader.record(staff, duty, AuditEvent.read("protected-identity", duty.id()));
        Client client = clients.find(duty.careProvider(), duty.client()).orElseThrow();
        String back = "/anteckning/" + duty.id();
        return new IdentityPage(client.name().value(), client.identity().display(), back).view();
    }
}
