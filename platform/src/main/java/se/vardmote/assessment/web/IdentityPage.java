package se.vardmote.assessment.web;

import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/**
 * Who somebody with protected identity is.
 *
 * @param identity for people to read; empty when unknown
 */
public record IdentityPage(String name, String identity) {
    public ModelAndView view() {
        return new ModelAndView("assessment/identity", Map.of("page", this));
    }

    @Override
    public String toString() {
        return "IdentityPage[]";
    }
}
