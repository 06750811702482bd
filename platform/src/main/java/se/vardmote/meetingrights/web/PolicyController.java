package se.vardmote.meetingrights.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.meetingrights.DecidingOnMeetings;
import se.vardmote.organisation.meetingright.MeetingPolicy;
import se.vardmote.ui.SeeOther;

/** The administrator's page on digital meetings: whether the right is applied for, the licence for many, the routine. */
@Controller
@RequestMapping(PolicyController.PAGE)
class PolicyController {
    static final String PAGE = "/admin/moten";
    private static final int LONGEST_ROUTINE = 300;
    private static final int LONGEST_VERSION = 40;
    private final DecidingOnMeetings policies;

    PolicyController(DecidingOnMeetings policies) {
        this.policies = policies;
    }

    @GetMapping
    ModelAndView form(SystemAdministrator by, @RequestParam(name = "sparat", defaultValue = "") String kept) {
        return page(by, PolicyPage.Form.of(policies.of(by)), kept.equals("ja"), Map.of());
    }

    @PostMapping
    ModelAndView keep(
            SystemAdministrator by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String multiParty,
            @RequestParam(defaultValue = "") String routine,
            @RequestParam(defaultValue = "") String version) {
        var form = new PolicyPage.Form(from.strip(), multiParty, routine.strip(), version.strip());
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDate day = day(form.from(), errors);
        if (form.routine().length() > LONGEST_ROUTINE) errors.put("routine", "too-long");
        if (form.version().length() > LONGEST_VERSION) errors.put("version", "too-long");
        if (form.routine().isEmpty() != form.version().isEmpty())
            errors.put(form.routine().isEmpty() ? "routine" : "version", "missing");
        if (!errors.isEmpty()) return page(by, form, false, errors);
        MeetingPolicy.Routine read =
                form.routine().isEmpty() ? null : new MeetingPolicy.Routine(form.routine(), form.version());
        policies.keep(by, new MeetingPolicy(day, form.multiParty().equals("yes"), read));
        return SeeOther.to(PAGE + "?sparat=ja");
    }

    private ModelAndView page(SystemAdministrator by, PolicyPage.Form form, boolean kept, Map<String, String> errors) {
        return new PolicyPage(form, policies.withoutRight(by), policies.today(), kept, errors).view();
    }

    private static @Nullable LocalDate day(String typed, Map<String, String> errors) {
        if (typed.isEmpty()) return null;
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            errors.put("from", "date");
            return null;
        }
    }
}
