package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.Actors;
import se.vardmote.access.signin.SignIn;
import se.vardmote.access.signin.SignIn.Outcome;
import se.vardmote.platform.ProblemException;

/** Goes on in another of one's commissions, without the card. */
@Controller
@RequestMapping("/byt-uppdrag")
class SwitchController {
    private final SignIn signIn;
    private final SignedInParts parts;

    SwitchController(SignIn signIn, SignedInParts parts) {
        this.signIn = signIn;
        this.parts = parts;
    }

    @GetMapping
    ModelAndView choices() {
        var person = SignedInParts.person().orElseThrow(SwitchController::nobody);
        String now = now();
        return CommissionPage.switching(signIn.rolesOf(person).stream()
                        .map(option -> new CommissionPage.Role(
                                option.id().toString(),
                                option.name(),
                                option.place(),
                                option.id().toString().equals(now)))
                        .toList())
                .view();
    }

    @PostMapping
    ModelAndView change(@RequestParam UUID role, HttpServletRequest request, HttpServletResponse response) {
        var person = SignedInParts.person().orElseThrow(SwitchController::nobody);
        var before = SignedInParts.session().orElseThrow(SwitchController::nobody);
        if (!(signIn.switchTo(person, before, role) instanceof Outcome.SignedIn(var token, var actor)))
            return new SignInRefusedPage("no-commission", false).view();
        parts.give(token, request, response);
        return SeeOther.to(SignedInParts.home(actor));
    }

    /** The commission at hand, or the care provider whose system is administered. */
    private static String now() {
        return Actors.current()
                .flatMap(actors -> actors.staff()
                        .map(staff -> staff.commission().toString())
                        .or(() -> actors.administrator()
                                .map(administrator ->
                                        administrator.careProvider().toString())))
                .orElse("");
    }

    private static ProblemException nobody() {
        return new ProblemException(new AccessProblem.SignInNeeded());
    }
}
