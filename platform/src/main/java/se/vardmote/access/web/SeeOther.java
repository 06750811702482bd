package se.vardmote.access.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** 303: fetch another page. */
final class SeeOther {
    private SeeOther() {}

    static ModelAndView to(String location) {
        var view = new RedirectView(location);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
