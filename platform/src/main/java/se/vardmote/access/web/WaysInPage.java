package se.vardmote.access.web;

import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/** Where staff choose how to sign in: the card in this computer, or the sign-in service. */
public record WaysInPage() {

    public ModelAndView view() {
        return new ModelAndView("access/ways-in", Map.of("page", this));
    }
}
