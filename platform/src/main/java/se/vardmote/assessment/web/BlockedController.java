package se.vardmote.assessment.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.CareAccess;
import se.vardmote.access.StaffMember;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.access.grounds.AccessGround.Reach;
import se.vardmote.access.grounds.StatedGround;
import se.vardmote.access.grounds.StatedGrounds;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.ClientId;

/**
 * What the patient has blocked is opened for a while, by somebody who reads of them already on another ground within the care
 * provider: with the patient's consent, or when they cannot be asked and the care cannot do without (patientdatalagen 4:5).
 */
@Controller
@RequestMapping("/patient/{client}/sparrat")
class BlockedController {
    private static final List<AccessGround> GROUNDS = Arrays.stream(AccessGround.values())
            .filter(AccessGround::liftsBlock)
            .toList();
    private final CareAccess care;
    private final StatedGrounds grounds;
    private final Clients clients;
    private final OpenedCalls calls;

    BlockedController(CareAccess care, StatedGrounds grounds, Clients clients, OpenedCalls calls) {
        this.care = care;
        this.grounds = grounds;
        this.clients = clients;
        this.calls = calls;
    }

    @GetMapping
    ModelAndView ask(StaffMember staff, @PathVariable("client") String id) {
        ClientId client = ClientId.of(id);
        return blocked(staff, client)
                .map(open -> page(open, null, ClosedPage.Form.EMPTY, Map.of()))
                .orElseGet(() -> back(client));
    }

    /**
     * First the ground, then what it demands.
     *
     * @param step {@code villkor} when the conditions have been shown
     */
    @PostMapping
    ModelAndView state(
            StaffMember staff,
            @PathVariable("client") String id,
            @RequestParam(name = "ground", defaultValue = "") String named,
            @RequestParam(name = "steg", defaultValue = "") String step,
            @RequestParam(name = "conditions", defaultValue = "") List<String> conditions,
            @RequestParam(name = "reason", defaultValue = "") String reason) {
        ClientId client = ClientId.of(id);
        Optional<StatedGround> open = blocked(staff, client);
        if (open.isEmpty()) return back(client);
        AccessGround ground = GROUNDS.stream()
                .filter(one -> one.name().equals(named))
                .findFirst()
                .orElse(null);
        if (ground == null) return page(open.get(), null, ClosedPage.Form.EMPTY, Map.of("ground", "missing"));
        if (!step.equals("villkor")) return page(open.get(), ground, ClosedPage.Form.EMPTY, Map.of());
        var form = new ClosedPage.Form(conditions, "", reason);
        Map<String, String> errors = form.errors(ground);
        if (!errors.isEmpty()) return page(open.get(), ground, form, errors);
        grounds.state(staff, staff.careProvider(), client, ground, form.confirmed(), reason.strip());
        return back(client);
    }

    /** The ground on which the person is open now, when there is more that they have blocked. */
    private Optional<StatedGround> blocked(StaffMember staff, ClientId client) {
        care.require(staff, "patient", client);
        return grounds.openTo(staff, client)
                .filter(open -> open.ground().reach() == Reach.WITHIN)
                .filter(open -> calls.of(staff, open).blocked());
    }

    private ModelAndView page(
            StatedGround open, @Nullable AccessGround chosen, ClosedPage.Form form, Map<String, String> errors) {
        Client client = clients.find(open.careProvider(), open.client()).orElseThrow();
        return new BlockedPage(open.client().toString(), client.shown(), GROUNDS, chosen, form, errors).view();
    }

    private static ModelAndView back(ClientId client) {
        return SeeOther.to("/patient/" + client);
    }
}
