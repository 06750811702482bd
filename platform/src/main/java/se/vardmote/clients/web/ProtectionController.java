package se.vardmote.clients.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Protection;
import se.vardmote.clients.Protections;
import se.vardmote.ui.SeeOther;

/**
 * From the patient's page: name and number are hidden by anybody with a relation to the patient, and shown again by two of
 * them. Only of the own care provider's clients.
 */
@Controller
@RequestMapping("/patient/{client}/skydd")
class ProtectionController {
    private static final Set<String> NOTICES =
            Set.of("protected", "asked", "not-asked", "unprotected", "takes-two", "kept");
    private final OwnPatient patients;
    private final Protections protections;
    private final AuditLog audit;
    private final Clock clock;

    ProtectionController(OwnPatient patients, Protections protections, AuditLog audit, Clock clock) {
        this.patients = patients;
        this.protections = protections;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(
            StaffMember staff,
            @PathVariable("client") String id,
            @RequestParam(name = "hande", defaultValue = "") String notice) {
        Client client = patients.find(staff, id);
        return page(staff, client, "", NOTICES.contains(notice) ? notice : null, Map.of());
    }

    /** @param what {@code skydda}, {@code be-om}, {@code bekrafta} or {@code behall} */
    @PostMapping
    ModelAndView change(
            StaffMember staff,
            @PathVariable("client") String id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String why) {
        Client client = patients.find(staff, id);
        return switch (what) {
            case "skydda" -> {
                protections.set(client.careProvider(), client.identity(), Protection.Way.PAGE, AuditedActor.of(staff));
                yield done(client, "protected");
            }
            case "be-om" -> ask(staff, client, why);
            case "bekrafta" -> done(client, protections.remove(client, staff) ? "unprotected" : "takes-two");
            default -> {
                protections.keep(client, staff);
                yield done(client, "kept");
            }
        };
    }

    private ModelAndView ask(StaffMember staff, Client client, String why) {
        String words = why.strip();
        if (words.isEmpty()) return page(staff, client, why, null, Map.of("why", "missing"));
        if (words.length() > Protection.LONGEST_WHY) return page(staff, client, why, null, Map.of("why", "too-long"));
        return done(client, protections.askToRemove(client, staff, words) ? "asked" : "not-asked");
    }

    private ModelAndView page(
            StaffMember staff, Client client, String why, @Nullable String notice, Map<String, String> errors) {
        record(staff, client, AuditEvent.read("protection", null));
        List<Protection> history = protections.of(client);
        Protection.Asked asked = history.stream()
                .filter(Protection::inForce)
                .flatMap(one -> java.util.stream.Stream.ofNullable(one.asked()))
                .filter(one -> !protections.hasLapsed(one))
                .findFirst()
                .orElse(null);
        return new ProtectionPage(
                        client.id().toString(),
                        client.shown(),
                        state(staff, client, asked),
                        history,
                        asked == null ? null : protections.lapsesAt(asked),
                        why,
                        notice,
                        errors)
                .view();
    }

    private static ProtectionPage.State state(StaffMember staff, Client client, Protection.@Nullable Asked asked) {
        if (!client.protectedIdentity()) return ProtectionPage.State.NOT_PROTECTED;
        if (asked == null) return ProtectionPage.State.PROTECTED;
        return asked.staff().equals(staff.staff()) ? ProtectionPage.State.ASKED : ProtectionPage.State.TO_CONFIRM;
    }

    private void record(StaffMember staff, Client client, AuditEventBuilder event) {
        audit.record(AuditedActor.of(staff).on(event).about(client.id()).at(clock.instant()));
    }

    private static ModelAndView done(Client client, String notice) {
        return SeeOther.to("/patient/" + client.id() + "/skydd?hande=" + notice);
    }
}
