package se.vardmote.assessment.planned.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.CallCodes;
import se.vardmote.access.CareAccess;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.planned.Planning;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.PlannedCallId;

/** Calls are planned, started, moved and cancelled. */
@Controller
class PlannedController {
    private static final Set<String> NOTICES =
            Set.of("planned", "moved", "cancelled", "link-sent", "link-revoked", "no-messages", "messages");
    private final PlanPages forms;
    private final PlannedReader reader;
    private final GuestReader guests;
    private final Planning planning;
    private final CallCodes codes;
    private final CareAccess care;
    private final Clock clock;

    PlannedController(
            PlanPages forms,
            PlannedReader reader,
            GuestReader guests,
            Planning planning,
            CallCodes codes,
            CareAccess care,
            Clock clock) {
        this.forms = forms;
        this.reader = reader;
        this.guests = guests;
        this.planning = planning;
        this.codes = codes;
        this.care = care;
        this.clock = clock;
    }

    @GetMapping("/planerade")
    ModelAndView list(StaffMember staff, @RequestParam(name = "efter", defaultValue = "") String after) {
        return reader.list(staff, after).view();
    }

    @GetMapping("/planerade/ny")
    ModelAndView ahead(StaffMember staff) {
        return forms.empty(PlanKind.AHEAD, forms.professional(staff));
    }

    @PostMapping("/planerade/ny")
    ModelAndView plan(StaffMember staff, @ModelAttribute PlanForm form) {
        return forms.read(
                PlanKind.AHEAD,
                forms.professional(staff),
                form,
                (plan, nobody) -> SeeOther.to("/planerade/" + planning.plan(staff, plan) + "?hande=planned"));
    }

    @GetMapping("/planerade/nu")
    ModelAndView now(StaffMember staff) {
        return forms.empty(PlanKind.NOW, forms.professional(staff));
    }

    /** The code is shown on the day: it follows from what is kept, and is never in an address. */
    @PostMapping("/planerade/nu")
    ModelAndView start(StaffMember staff, @ModelAttribute PlanForm form) {
        return forms.read(PlanKind.NOW, forms.professional(staff), form, (plan, nobody) -> {
            PlannedCallId call = planning.plan(staff, plan);
            codes.issue(staff.careProvider(), call.value());
            return SeeOther.to("/min-dag");
        });
    }

    @GetMapping("/min-dag/vantas")
    ModelAndView awaited(StaffMember staff) {
        return reader.awaited(reader.today(staff)).view();
    }

    @GetMapping("/planerade/{call}")
    ModelAndView one(
            StaffMember staff,
            @PathVariable("call") String id,
            @RequestParam(name = "hande", defaultValue = "") String event) {
        PlannedCallId call = PlannedCallId.of(id);
        return page(theirs(staff, call), call, null, NOTICES.contains(event) ? event : null);
    }

    @GetMapping("/planerade/{call}/uppgifter")
    ModelAndView identity(StaffMember staff, @PathVariable("call") String id) {
        PlannedCallId call = PlannedCallId.of(id);
        return reader.identity(theirs(staff, call), call).view();
    }

    @PostMapping("/planerade/{call}/tid")
    ModelAndView move(
            StaffMember staff,
            @PathVariable("call") String id,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String time) {
        PlannedCallId call = PlannedCallId.of(id);
        StaffMember post = theirs(staff, call);
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDateTime at = PlannedTime.read(date.strip(), time.strip(), clock.instant(), errors);
        if (at == null) return page(post, call, new PlannedReader.OtherTime(date, time, errors), null);
        planning.move(post, call, at.atZone(PlannedTime.SWEDEN).toInstant());
        return SeeOther.to("/planerade/" + call + "?hande=moved");
    }

    /** @param which {@code alla} for all that follow in the series too */
    @PostMapping("/planerade/{call}/avboka")
    ModelAndView cancel(
            StaffMember staff,
            @PathVariable("call") String id,
            @RequestParam(name = "vilka", defaultValue = "") String which) {
        PlannedCallId call = PlannedCallId.of(id);
        planning.cancel(theirs(staff, call), call, which.equals("alla"));
        codes.end(call.value());
        return SeeOther.to("/planerade/" + call + "?hande=cancelled");
    }

    @PostMapping("/planerade/{call}/kod")
    ModelAndView code(StaffMember staff, @PathVariable("call") String id) {
        PlannedCallId call = PlannedCallId.of(id);
        StaffMember post = theirs(staff, call);
        codes.issue(post.careProvider(), call.value());
        return SeeOther.to("/planerade/" + call);
    }

    @GetMapping("/bedomningssamtal/planera")
    ModelAndView ask(EnrolledDevice device) {
        return forms.empty(PlanKind.BY_CARE_WORKER, forms.careWorker(device));
    }

    @PostMapping("/bedomningssamtal/planera")
    ModelAndView request(EnrolledDevice device, @ModelAttribute PlanForm form) {
        return forms.read(PlanKind.BY_CARE_WORKER, forms.careWorker(device), form, (plan, with) -> {
            planning.request(device, Objects.requireNonNull(with), plan);
            return SeeOther.to("/?hande=planned");
        });
    }

    /** One of their own unit; an attempt at any other is on record. */
    private ModelAndView page(
            StaffMember post, PlannedCallId call, PlannedReader.@Nullable OtherTime other, @Nullable String notice) {
        return reader.one(post, call, other, notice)
                .with(guests.of(post.careProvider(), call))
                .view();
    }

    private StaffMember theirs(StaffMember staff, PlannedCallId call) {
        StaffMember post = reader.under(staff, call);
        care.require(post, "planned-call", call);
        return post;
    }
}
