package se.vardmote.meetingrights.web;

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
import se.vardmote.access.SystemAdministrator;
import se.vardmote.meetingrights.DecidingOnMeetings;
import se.vardmote.meetingrights.RightDecisions;
import se.vardmote.meetingrights.RightDecisions.Listed;
import se.vardmote.organisation.meetingright.Application;
import se.vardmote.organisation.meetingright.Application.State;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.MeetingRightId;

/** The administrator's applications: those that wait, those that are granted, one of them and the decision (R0-58, R0-59). */
@Controller
@RequestMapping(DecideController.PAGE)
class DecideController {
    static final String PAGE = "/admin/ratt-till-moten";
    static final String GRANTED = PAGE + "/beviljade";
    private static final Set<String> DONE = Set.of("granted", "rejected", "revoked", "days-ended");
    private final RightDecisions deciding;
    private final DecidingOnMeetings policies;

    DecideController(RightDecisions deciding, DecidingOnMeetings policies) {
        this.deciding = deciding;
        this.policies = policies;
    }

    @GetMapping
    ModelAndView waiting(
            SystemAdministrator by,
            @RequestParam(name = "efter", required = false) @Nullable String after,
            @RequestParam(name = "klart", required = false) @Nullable String done) {
        return list(by, State.SUBMITTED, PAGE, after, done);
    }

    @GetMapping("/beviljade")
    ModelAndView granted(
            SystemAdministrator by,
            @RequestParam(name = "efter", required = false) @Nullable String after,
            @RequestParam(name = "klart", required = false) @Nullable String done) {
        return list(by, State.GRANTED, GRANTED, after, done);
    }

    @GetMapping("/{application}")
    ModelAndView one(SystemAdministrator by, @PathVariable String application) {
        return page(by, deciding.find(by, MeetingRightId.of(application)), "", Map.of())
                .view();
    }

    @PostMapping("/{application}")
    ModelAndView decide(
            SystemAdministrator by,
            @PathVariable String application,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String reason) {
        MeetingRightId id = MeetingRightId.of(application);
        Application one = deciding.find(by, id);
        String words = reason.strip();
        if (words.length() > Views.LONGEST)
            return page(by, one, reason, Map.of("reason", "too-long")).view();
        switch (what) {
            case "grant" -> {
                if (!deciding.grant(by, id, words).isEmpty())
                    return page(by, one, reason, Map.of("reason", "training-missing"))
                            .view();
                return SeeOther.to(PAGE + "?klart=granted");
            }
            case "reject", "revoke" -> {
                if (words.isEmpty())
                    return page(by, one, reason, Map.of("reason", "missing")).view();
                if (what.equals("reject")) deciding.reject(by, id, words);
                else deciding.revoke(by, id, words);
                return SeeOther.to(PAGE + "?klart=" + (what.equals("reject") ? "rejected" : "revoked"));
            }
            default -> {
                return page(by, one, reason, Map.of()).view();
            }
        }
    }

    private ModelAndView list(
            SystemAdministrator by, State state, String address, @Nullable String after, @Nullable String done) {
        Listed listed = deciding.list(by, state, after == null ? null : MeetingRightId.of(after));
        boolean granted = state == State.GRANTED;
        String next = listed.more()
                ? address + "?efter=" + listed.lines().getLast().application().id()
                : null;
        return new DecideListPage(
                        granted,
                        listed.lines(),
                        granted ? deciding.temporary(by) : List.of(),
                        deciding.today(),
                        policies.of(by).asksForRight(deciding.today()),
                        next,
                        done != null && DONE.contains(done) ? done : null)
                .view();
    }

    private DecidePage page(SystemAdministrator by, Application one, String reason, Map<String, String> errors) {
        List<Qualification> training = deciding.training(by, one);
        List<Qualification.Kind> missing = training.stream()
                .filter(part -> part.on(deciding.today()) != Qualification.State.COMPLETED)
                .map(Qualification::kind)
                .toList();
        return new DecidePage(
                one, training, missing, deciding.today(), one.staff().equals(by.staff()), reason, errors);
    }
}
