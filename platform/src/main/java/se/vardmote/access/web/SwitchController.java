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
import se.vardmote.access.signin.SignIn;
import se.vardmote.access.signin.SignIn.Outcome;
import se.vardmote.platform.ProblemException;

/** Goes on in another of one's commissions or assignments, without showing anew who one is. */
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
        return CommissionPage.switching(signIn.rolesOf(person).stream()
                        .map(option -> CommissionPage.Role.of(option, person.role()))
                        .toList())
                .view();
    }

    @PostMapping
    ModelAndView change(@RequestParam UUID role, HttpServletRequest request, HttpServletResponse response) {
        var person = SignedInParts.person().orElseThrow(SwitchController::nobody);
        if (!(signIn.switchTo(person, role) instanceof Outcome.SignedIn(var token, var actor)))
            return new SignInRefusedPage("no-commission", false).view();
        parts.give(token, request, response);
        return SeeOther.to(SignedInParts.home(actor));
    }

    private static ProblemException nobody() {
        return new ProblemException(new AccessProblem.SignInNeeded());
    }
}
