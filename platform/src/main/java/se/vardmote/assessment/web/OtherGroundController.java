package se.vardmote.assessment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.access.grounds.AccessGround.Reach;
import se.vardmote.access.grounds.StatedGround;
import se.vardmote.access.grounds.StatedGrounds;
import se.vardmote.assessment.History;
import se.vardmote.assessment.TypedIdentity;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.PersonId;

/** Somebody states why they need to read of a person with whom their unit has no call. The number is posted, never in an address. */
@Controller
class OtherGroundController {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final ClosedReader reader;
    private final StatedGrounds grounds;
    private final Clients clients;
    private final History history;
    private final AuditLog audit;
    private final Clock clock;

    OtherGroundController(
            ClosedReader reader, StatedGrounds grounds, Clients clients, History history, AuditLog audit, Clock clock) {
        this.reader = reader;
        this.grounds = grounds;
        this.clients = clients;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * First the ground, then what it demands.
     *
     * @param step {@code villkor} when the conditions have been shown
     */
    @PostMapping("/historik/annan-grund")
    ModelAndView state(
            StaffMember staff,
            @RequestParam(defaultValue = "") String identity,
            @RequestParam(name = "ground", defaultValue = "") String named,
            @RequestParam(name = "steg", defaultValue = "") String step,
            @RequestParam(name = "conditions", defaultValue = "") List<String> conditions,
            @RequestParam(name = "provider", defaultValue = "") String provider,
            @RequestParam(name = "reason", defaultValue = "") String reason) {
        List<PersonId> identities = TypedIdentity.readings(identity, today());
        if (identities.isEmpty()) return SeeOther.to("/historik");
        var form = new ClosedPage.Form(conditions, provider, reason);
        AccessGround ground = ground(named);
        if (ground == null)
            return reader.asking(staff, identity, null, form, Map.of("ground", "missing"))
                    .view();
        if (!step.equals("villkor"))
            return reader.asking(staff, identity, ground, ClosedPage.Form.EMPTY, Map.of())
                    .view();
        CareProviderId owner = owner(staff, ground, provider);
        Map<String, String> errors = errors(ground, owner, form);
        if (owner == null || !errors.isEmpty())
            return reader.asking(staff, identity, ground, form, errors).view();
        return open(staff, identity, identities, owner, ground, form);
    }

    private ModelAndView open(
            StaffMember staff,
            String typed,
            List<PersonId> identities,
            CareProviderId owner,
            AccessGround ground,
            ClosedPage.Form form) {
        Optional<Client> found = clients.withIdentity(owner, identities)
                .filter(client -> !history.everywhere(owner, client.id()).isEmpty());
        if (found.isEmpty()) {
            audit.record(AuditedActor.of(staff)
                    .on(ground.reading("history", null))
                    .of(owner, null)
                    .at(clock.instant()));
            return reader.nothing(staff, typed).view();
        }
        StatedGround stated = grounds.state(
                staff,
                owner,
                found.get().id(),
                ground,
                form.confirmed(),
                form.reason().strip());
        return SeeOther.to("/patient/" + stated.client());
    }

    private static Map<String, String> errors(
            AccessGround ground, @Nullable CareProviderId owner, ClosedPage.Form form) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (owner == null) errors.put("provider", "missing");
        errors.putAll(form.errors(ground));
        return errors;
    }

    /** Whose data is asked for; null when that is nobody who can be asked. */
    private @Nullable CareProviderId owner(StaffMember staff, AccessGround ground, String provider) {
        if (ground.reach() == Reach.WITHIN) return staff.careProvider();
        return grounds.othersJoined(staff).stream()
                .map(one -> one.id())
                .filter(id -> id.toString().equals(provider))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable AccessGround ground(String name) {
        return Arrays.stream(AccessGround.values())
                .filter(ground -> ground.name().equals(name) && !ground.liftsBlock())
                .findFirst()
                .orElse(null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }
}
