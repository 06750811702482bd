package se.vardmote.access.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where one who may work as more than one thing says as what. Each is a button: a {@code POST} with {@code role}, at sign-in
 * to {@code /logga-in/uppdrag}, later to {@code /byt-uppdrag}.
 *
 * @param roles two or more at sign-in
 * @param switching one is signed in already
 */
public record CommissionPage(List<Role> roles, boolean switching) {

    /**
     * One to choose.
     *
     * @param id the value of the form field {@code role}
     * @param name of the commission; empty for system administration
     * @param place unit, or the care provider whose system it is
     * @param now as which one works at the moment
     */
    public record Role(String id, String name, String place, boolean now) {
        public Role(String id, String name, String place) {
            this(id, name, place, false);
        }
    }

    public CommissionPage(List<Role> roles) {
        this(roles, false);
    }

    static CommissionPage switching(List<Role> roles) {
        return new CommissionPage(roles, true);
    }

    public String action() {
        return switching ? "/byt-uppdrag" : "/logga-in/uppdrag";
    }

    public ModelAndView view() {
        return new ModelAndView("access/commission", Map.of("page", this));
    }
}
