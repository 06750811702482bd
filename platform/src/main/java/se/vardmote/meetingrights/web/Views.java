package se.vardmote.meetingrights.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What the pages about meeting rights have in common. */
final class Views {
    /** The longest reason that is kept. */
    static final int LONGEST = 500;

    private Views() {}

    /** What is wrong with a reason that has to be there. */
    static Map<String, String> reasonErrors(String reason) {
        if (reason.isBlank()) return Map.of("reason", "missing");
        return reason.strip().length() > LONGEST ? Map.of("reason", "too-long") : Map.of();
    }

    /** 200, or 422 when there are errors. */
    static ModelAndView of(String template, Object page, Map<String, String> errors) {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("meetingrights/" + template, Map.of("page", page), status);
    }
}
