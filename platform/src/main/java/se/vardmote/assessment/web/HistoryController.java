package se.vardmote.assessment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.Parsed;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.ReserveIssuer;

/** The calls that the professional's unit has had. An identity number is never in an address: it is posted. */
@Controller
class HistoryController {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final HistoryReader reader;
    private final Clients clients;
    private final AuditLog audit;
    private final Clock clock;

    HistoryController(HistoryReader reader, Clients clients, AuditLog audit, Clock clock) {
        this.reader = reader;
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

    /** Leads to the calls of the person; whoever has none cannot be told from whoever is not known. */
    @PostMapping("/historik/person")
    ModelAndView person(StaffMember staff, @RequestParam(name = "identity", defaultValue = "") String typed) {
        List<PersonId> identities = readings(typed);
        Optional<Client> found =
                identities.isEmpty() ? Optional.empty() : clients.withIdentity(staff.careProvider(), identities);
        audit.record(AuditedActor.of(staff)
                .on(AuditEvent.read("history", null))
                .about(found.map(Client::id).orElse(null))
                .because("search-by-identity")
                .at(clock.instant()));
        if (identities.isEmpty())
            return reader.refused(staff, typed, refusal(typed)).view();
        return found.map(client -> SeeOther.to("/historik?person=" + client.id()))
                .orElseGet(() -> reader.refused(staff, typed, "nobody").view());
    }

    /** As a personal number or coordination number, and as a reserve number of any issuer. */
    private List<PersonId> readings(String typed) {
        return Stream.concat(
                        PersonId.parse(typed, today()).asOptional().stream(),
                        Stream.of(ReserveIssuer.values())
                                .flatMap(issuer -> PersonId.parseReserve(issuer, typed, today()).asOptional().stream()))
                .toList();
    }

    private String refusal(String typed) {
        return PersonId.parse(typed, today()) instanceof Parsed.Refused<PersonId>(String reason) ? reason : "nobody";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }
}
