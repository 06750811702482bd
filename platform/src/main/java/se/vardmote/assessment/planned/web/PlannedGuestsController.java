package se.vardmote.assessment.planned.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.CareAccess;
import se.vardmote.access.GuestCodes;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.planned.Invite;
import se.vardmote.assessment.planned.Inviting;
import se.vardmote.notifications.Recipient;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.PlannedCallId;

/** The patient and relatives are invited to a planned call, told, and no longer invited. */
@Controller
class PlannedGuestsController {
    private final PlannedReader reader;
    private final GuestReader guests;
    private final Inviting inviting;
    private final CareAccess care;

    PlannedGuestsController(PlannedReader reader, GuestReader guests, Inviting inviting, CareAccess care) {
        this.reader = reader;
        this.guests = guests;
        this.inviting = inviting;
        this.care = care;
    }

    @PostMapping("/planerade/{call}/gaster")
    ModelAndView invite(StaffMember staff, @PathVariable("call") String id, @ModelAttribute GuestForm form) {
        PlannedCallId call = PlannedCallId.of(id);
        StaffMember post = theirs(staff, call);
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<Invite> read = form.read(errors);
        read.map(Invite::recipient)
                .filter(to -> form.sends() && !inviting.mayTell(to, false))
                .ifPresent(to -> errors.put("address", "nobody-carries-" + word(to)));
        if (read.isEmpty() || !errors.isEmpty())
            return page(
                    post, call, HttpStatus.UNPROCESSABLE_CONTENT, part -> GuestReader.withErrors(part, form, errors));
        GuestLinkId link = inviting.invite(post, call, read.get());
        if (form.sends()) inviting.send(post, call, link);
        return form.sends() ? back(call, "link-sent") : shown(post, call, link);
    }

    @PostMapping("/planerade/{call}/gaster/{guest}/skicka")
    ModelAndView send(StaffMember staff, @PathVariable("call") String id, @PathVariable("guest") String guest) {
        PlannedCallId call = PlannedCallId.of(id);
        inviting.send(theirs(staff, call), call, GuestLinkId.of(guest));
        return back(call, "link-sent");
    }

    /** The link stands in this one answer, and in no address. */
    @PostMapping("/planerade/{call}/gaster/{guest}/lank")
    ModelAndView copy(StaffMember staff, @PathVariable("call") String id, @PathVariable("guest") String guest) {
        PlannedCallId call = PlannedCallId.of(id);
        return shown(theirs(staff, call), call, GuestLinkId.of(guest));
    }

    @PostMapping("/planerade/{call}/gaster/{guest}/kod")
    ModelAndView code(StaffMember staff, @PathVariable("call") String id, @PathVariable("guest") String guest) {
        PlannedCallId call = PlannedCallId.of(id);
        StaffMember post = theirs(staff, call);
        return switch (inviting.readOut(post, call, GuestLinkId.of(guest))) {
            case GuestCodes.Issued issued -> SeeOther.to("/planerade/" + call + "#gaster");
            case GuestCodes.TooMany(Instant next) ->
                page(post, call, HttpStatus.TOO_MANY_REQUESTS, part -> GuestReader.withoutCode(part, next));
        };
    }

    /** @param answer {@code nej} or {@code ja} */
    @PostMapping("/planerade/{call}/gaster/{guest}/meddelanden")
    ModelAndView messages(
            StaffMember staff,
            @PathVariable("call") String id,
            @PathVariable("guest") String guest,
            @RequestParam(name = "svar", defaultValue = "nej") String answer) {
        PlannedCallId call = PlannedCallId.of(id);
        boolean no = !answer.equals("ja");
        inviting.says(theirs(staff, call), call, GuestLinkId.of(guest), no);
        return back(call, no ? "no-messages" : "messages");
    }

    @PostMapping("/planerade/{call}/gaster/{guest}/upphor")
    ModelAndView revoke(StaffMember staff, @PathVariable("call") String id, @PathVariable("guest") String guest) {
        PlannedCallId call = PlannedCallId.of(id);
        inviting.revoke(theirs(staff, call), call, GuestLinkId.of(guest));
        return back(call, "link-revoked");
    }

    private ModelAndView shown(StaffMember post, PlannedCallId call, GuestLinkId link) {
        String address = inviting.copy(post, call, link);
        return page(post, call, HttpStatus.OK, part -> GuestReader.withLink(part, address));
    }

    private ModelAndView page(
            StaffMember post, PlannedCallId call, HttpStatus status, UnaryOperator<GuestsPart> change) {
        ModelAndView view = reader.one(post, call, null, null)
                .with(change.apply(guests.of(post.careProvider(), call)))
                .view();
        view.setStatus(status);
        return view;
    }

    private StaffMember theirs(StaffMember staff, PlannedCallId call) {
        StaffMember post = reader.under(staff, call);
        care.require(post, "planned-call", call);
        return post;
    }

    private static String word(Recipient to) {
        return switch (to.channel()) {
            case SMS -> "sms";
            case MAIL -> "mail";
        };
    }

    private static ModelAndView back(PlannedCallId call, String event) {
        return SeeOther.to("/planerade/" + call + "?hande=" + event);
    }
}
