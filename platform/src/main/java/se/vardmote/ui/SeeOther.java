package se.vardmote.ui;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form that was taken: go and look there, so that a reload sends nothing twice. */
public final class SeeOther {
    private SeeOther() {}

    /** @param path within the product, from the root; carries nothing personal */
    public static ModelAndView to(String path) {
        var redirect = new RedirectView(path, true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }
}
