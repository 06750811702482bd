package se.vardmote.access.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where one who may work as more than one thing says as what. Each is a button: {@code POST /logga-in/uppdrag} with
 * {@code role}.
 *
 * @param roles two or more
 */
public record CommissionPage(List<Role> roles) {

    /**
     * One to choose.
     *
     * @param id the value of the form field {@code role}
     * @param name of the commission; empty for system administration
     * @param place unit, or the care provider whose system it is
     */
    public record Role(String id, String name, String place) {}

    public ModelAndView view() {
        return new ModelAndView("access/commission", Map.of("page", this));
    }
}
