package se.vardmote.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.HostCookie;
import se.vardmote.access.Seated;
import se.vardmote.assessment.Drafts;
import se.vardmote.ui.SeeOther;

/** A shared device is emptied: by whoever takes it next, in one press, or by a page that nobody has touched for a while. */
@Controller
class NextPersonController {
    private final Drafts drafts;

    NextPersonController(Drafts drafts) {
        this.drafts = drafts;
    }

    /** @param idle {@code ja} when nobody pressed: a call that goes on in another window keeps its seat */
    @PostMapping("/byt-person")
    ModelAndView clear(
            @RequestParam(name = "vilande", defaultValue = "") String idle,
            Optional<Seated> seated,
            HttpServletRequest request,
            HttpServletResponse response) {
        HostCookie.DRAFT.in(request).ifPresent(drafts::forget);
        HostCookie.DRAFT.remove(response);
        if (idle.isEmpty() || seated.isEmpty()) HostCookie.SEAT.remove(response);
        return SeeOther.to("/");
    }
}
