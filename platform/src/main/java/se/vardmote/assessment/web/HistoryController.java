package se.vardmote.assessment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.CareAccess;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.ClientRelations;
import se.vardmote.assessment.TypedIdentity;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonId;

/** The calls that the professional's unit has had. An identity number is never in an address: it is posted. */
@Controller
class HistoryController {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final HistoryReader reader;
    private final ClosedReader closed;
    private final CareAccess care;
    private final Clients clients;
    private final AuditLog audit;
    private final Clock clock;

    HistoryController(
            HistoryReader reader, ClosedReader closed, CareAccess care, Clients clients, AuditLog audit, Clock clock) {
        this.reader = reader;
        this.closed = closed;
        this.care = care;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/historik")
    ModelAndView history(
            StaffMember staff,
            @RequestParam(name = "fran", defaultValue = "") String from,
            @RequestParam(name = "till", defaultValue = "") String to,
            @RequestParam(name = "orsak", defaultValue = "") String reason,
            @RequestParam(name = "person", defaultValue = "") String client,
            @RequestParam(name = "fore", defaultValue = "") String before) {
        return reader.read(staff, new HistoryPage.Form(from, to, reason, client, ""), before)
                .view();
    }

    /**
     * Leads to the calls of the person at the own unit, or to what is open on a stated ground. Of everybody else it says that they
     * are closed; whoever is known elsewhere cannot be told from whoever is not.
     */
    @PostMapping("/historik/person")
    ModelAndView person(StaffMember staff, @RequestParam(name = "identity", defaultValue = "") String typed) {
        List<PersonId> identities = TypedIdentity.readings(typed, today());
        Optional<Client> found =
                identities.isEmpty() ? Optional.empty() : clients.withIdentity(staff.careProvider(), identities);
        audit.record(AuditedActor.of(staff)
                .on(AuditEvent.read("history", null))
                .about(found.map(Client::id).orElse(null))
                .because("search-by-identity")
                .at(clock.instant()));
        if (identities.isEmpty())
            return reader.refused(staff, typed, refusal(typed)).view();
        return found.flatMap(client -> opened(staff, client))
                .map(SeeOther::to)
                .orElseGet(() -> closed.closed(staff, typed, found).view());
    }

    private Optional<String> opened(StaffMember staff, Client client) {
        if (reader.hasTrace(staff, client)) return Optional.of("/historik?person=" + client.id());
        return care.between(staff, client.id())
                .map(relation -> relation.ground().equals(ClientRelations.CALL_AT_UNIT)
                        ? "/historik?person=" + client.id()
                        : "/patient/" + client.id());
    }

    private String refusal(String typed) {
        return PersonId.parse(typed, today()) instanceof Parsed.Refused<PersonId>(String reason) ? reason : "nobody";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }
}
