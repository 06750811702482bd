package se.vardmote.meetingrights.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.Commissions;
import se.vardmote.access.StaffMember;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.meetingrights.Applying;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.meetingright.MeetingPolicies;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CallReason;

/**
 * One's own right to hold digital meetings: how it stands, what is missing, applying (R0-59). What is left to document is listed
 * here too, for the duty to document does not end with the right (patientdatalagen 3).
 */
@Controller
@RequestMapping(ApplyController.PAGE)
class ApplyController {
    static final String PAGE = "/ratt-till-moten";
    private final Applying applying;
    private final Commissions commissions;
    private final Organisation organisation;
    private final MeetingPolicies policies;
    private final Duties duties;

    ApplyController(
            Applying applying,
            Commissions commissions,
            Organisation organisation,
            MeetingPolicies policies,
            Duties duties) {
        this.applying = applying;
        this.commissions = commissions;
        this.organisation = organisation;
        this.policies = policies;
        this.duties = duties;
    }

    @GetMapping
    ModelAndView standing(StaffMember staff) {
        return page(staff, Map.of()).view();
    }

    @PostMapping
    ModelAndView apply(StaffMember staff, @RequestParam(defaultValue = "") String routine) {
        if (!applying.of(staff).routineRead()) {
            if (!routine.equals("yes"))
                return page(staff, Map.of("routine", "missing")).view();
            applying.readRoutine(staff);
        }
        applying.apply(staff);
        return SeeOther.to(PAGE);
    }

    /** A new version of the routine has been read (R2-22). */
    @PostMapping("/rutin")
    ModelAndView readRoutine(StaffMember staff) {
        applying.readRoutine(staff);
        return SeeOther.to(PAGE);
    }

    private ApplyPage page(StaffMember staff, Map<String, String> errors) {
        Commission commission = Objects.requireNonNull(
                organisation.commissions(Set.of(staff.commission())).get(staff.commission()));
        List<String> suitable = policies.suitableAt(staff.unit()).stream()
                .flatMap(Set::stream)
                .map(CallReason::name)
                .toList();
        return new ApplyPage(
                commission.name(),
                staff.unitName(),
                applying.of(staff),
                notes(staff).toList(),
                suitable,
                errors);
    }

    private Stream<ApplyPage.Note> notes(StaffMember staff) {
        return commissions.of(staff).stream()
                .flatMap(post -> duties.toSign(post.careProvider(), post.unit(), post.staff()).stream())
                .map(duty -> new ApplyPage.Note(duty.id().toString(), ended(duty)));
    }

    private static Instant ended(Duty duty) {
        return duty.endedAt() == null ? duty.openedAt() : duty.endedAt();
    }
}
