package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.Actors;
import se.vardmote.platform.ProblemException;

/** Where a refused request is forwarded to. Asked for directly it does not exist: it has no row. */
@Controller
final class RefusedController {
    static final String PATH = "/nekad";

    @RequestMapping(PATH)
    ModelAndView refused(HttpServletRequest request) {
        if (!(request.getAttribute(Refusals.PROBLEM) instanceof AccessProblem problem))
            throw new ProblemException(new AccessProblem.NoSuchPage());
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (problem instanceof AccessProblem.NotForYou(String needs) && accept != null && accept.contains("text/html"))
            return new SignInRefusedPage(reason(needs), true).view();
        throw new ProblemException(problem);
    }

    private static String reason(String needs) {
        if (Actors.current().flatMap(Actors::social).isPresent()) return "health-care";
        boolean withoutRight = Actors.current()
                .flatMap(Actors::staff)
                .filter(staff -> staff.licensed() && !staff.mayMeet())
                .isPresent();
        if (needs.equals("professional") && withoutRight) return "no-meeting-right";
        return switch (needs) {
            case "administrator" -> "not-administrator";
            case "head" -> "not-head";
            default -> "not-professional";
        };
    }
}
