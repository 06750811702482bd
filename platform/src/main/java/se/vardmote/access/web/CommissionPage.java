package se.vardmote.access.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.Sessions;
import se.vardmote.access.signin.SignIn;

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
     * @param name of the commission; empty for the others
     * @param assignment kind of an assignment in social services, or null
     * @param place unit, or the care provider whose system it is
     * @param now as which one works at the moment
     */
    public record Role(
            String id,
            String name,
            String place,
            boolean now,
            @Nullable String assignment) {
        public Role(String id, String name, String place) {
            this(id, name, place, false, null);
        }

        public Role(String id, String name, String place, boolean now) {
            this(id, name, place, now, null);
        }

        /** @param role the id of what one works as at the moment */
        static Role of(SignIn.Option option, String role) {
            boolean social = option.role() instanceof Sessions.Role.InAssignment;
            String id = option.id().toString();
            return new Role(
                    id, social ? "" : option.name(), option.place(), id.equals(role), social ? option.name() : null);
        }

        /** Key of its name among the messages; null where it has one of its own. */
        public @Nullable String key() {
            if (assignment != null) return "org.assignment." + assignment;
            return name.isEmpty() ? "profession.ADMINISTRATOR" : null;
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
