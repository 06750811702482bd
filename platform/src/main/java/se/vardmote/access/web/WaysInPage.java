package se.vardmote.access.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.signin.AccountSignIn;

/**
 * Where staff choose how to sign in: SITHS first, by the card in this computer or the sign-in service; then the accounts of
 * care providers, for staff of social services.
 *
 * @param card there is a card port
 * @param accounts each leads to {@code /logga-in/konto/{name}}
 */
public record WaysInPage(boolean card, List<AccountSignIn.Way> accounts) {

    /** Nothing to choose: the sign-in service is the only way. */
    boolean only() {
        return !card && accounts.isEmpty();
    }

    public ModelAndView view() {
        return new ModelAndView("access/ways-in", Map.of("page", this));
    }
}
