package se.vardmote.assessment.web;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.Actors;
import se.vardmote.access.Commissions;
import se.vardmote.access.Lookout;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIns;
import se.vardmote.platform.ProblemException;

/** What a page of "Min dag" whose sign-in has timed out asks for: whether somebody waits, and nothing more. */
@Controller
class LockedScreenController {
    private final DropIns dropIns;
    private final Commissions commissions;

    LockedScreenController(DropIns dropIns, Commissions commissions) {
        this.dropIns = dropIns;
        this.commissions = commissions;
    }

    /** @param signedIn somebody has signed in again in this browser */
    record Signal(boolean waits, boolean signedIn) {}

    @GetMapping("/min-dag/vantar")
    @ResponseBody
    Signal waits() {
        Actors actors = Actors.current().orElseThrow(LockedScreenController::refused);
        Optional<StaffMember> staff = actors.staff().filter(StaffMember::licensed);
        Lookout lookout = staff.map(this::lookout).or(actors::lookout).orElseThrow(LockedScreenController::refused);
        return new Signal(dropIns.somebodyWaitsAt(lookout.careProvider(), lookout.units()), staff.isPresent());
    }

    private Lookout lookout(StaffMember staff) {
        return new Lookout(
                staff.careProvider(),
                commissions.of(staff).stream().map(StaffMember::unit).collect(Collectors.toSet()));
    }

    private static ProblemException refused() {
        return new ProblemException(new AccessProblem.SignInNeeded());
    }
}
