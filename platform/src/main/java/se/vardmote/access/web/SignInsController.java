package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.SessionId;
import se.vardmote.access.SignIns;
import se.vardmote.access.SignedInPerson;
import se.vardmote.access.SignedInRow;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.StaffId;

/** One's own sign-ins: where, and away with them. */
@Controller
@RequestMapping("/inloggningar")
class SignInsController {
    private static final String PAGE = "/inloggningar";
    private final SignIns signIns;
    private final SignedInParts parts;

    SignInsController(SignIns signIns, SignedInParts parts) {
        this.signIns = signIns;
        this.parts = parts;
    }

    @GetMapping
    ModelAndView list() {
        SessionId here = session();
        return new SignInsPage(signIns.of(person()).stream()
                        .map(row -> row(row, here))
                        .sorted(Comparator.comparing(SignInsPage.Row::here).reversed())
                        .toList())
                .view();
    }

    @PostMapping("/{session}/avsluta")
    ModelAndView end(@PathVariable UUID session, HttpServletRequest request, HttpServletResponse response) {
        boolean here = session.equals(session().value());
        if (here) parts.takeBack(request, response);
        signIns.end(person(), new SessionId(session));
        return SeeOther.to(here ? "/" : PAGE);
    }

    @PostMapping("/avsluta-alla")
    ModelAndView endAll(HttpServletRequest request, HttpServletResponse response) {
        StaffId person = person();
        parts.takeBack(request, response);
        signIns.endAll(person);
        return SeeOther.to("/");
    }

    private static SignInsPage.Row row(SignedInRow row, SessionId here) {
        return new SignInsPage.Row(
                row.session().toString(),
                row.browser(),
                row.system(),
                row.way().name(),
                row.place(),
                row.since(),
                row.lastSeen(),
                row.session().equals(here));
    }

    private static StaffId person() {
        return SignedInParts.person().map(SignedInPerson::staff).orElseThrow(SignInsController::nobody);
    }

    private static SessionId session() {
        return SignedInParts.session().orElseThrow(SignInsController::nobody);
    }

    private static ProblemException nobody() {
        return new ProblemException(new AccessProblem.SignInNeeded());
    }
}
