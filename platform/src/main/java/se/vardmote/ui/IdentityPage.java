package se.vardmote.ui;

import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/**
 * Who somebody with protected personal data is. Record first that it is opened.
 *
 * @param identity for people to read; empty when unknown
 * @param back the address it was opened from
 */
public record IdentityPage(String name, String identity, String back) {
    public ModelAndView view() {
        return new ModelAndView("ui/identity", Map.of("page", this));
    }

    @Override
    public String toString() {
        return "IdentityPage[]";
    }
}
