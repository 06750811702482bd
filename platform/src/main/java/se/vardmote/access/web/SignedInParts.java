package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.Actors;
import se.vardmote.access.HostCookie;
import se.vardmote.access.Lookouts;
import se.vardmote.access.SessionId;
import se.vardmote.access.SignInSettings;
import se.vardmote.access.SignedInPerson;
import se.vardmote.access.SocialStaff;
import se.vardmote.access.StaffMember;
import se.vardmote.access.Token;
import se.vardmote.access.signin.SignInLog;

/** What a browser holds while somebody is signed in: given together, taken together. */
@Component
final class SignedInParts {
    private final SignInSettings settings;
    private final CookieCsrfTokenRepository formTokens;
    private final SignInLog log;

    SignedInParts(SignInSettings settings, CookieCsrfTokenRepository formTokens, SignInLog log) {
        this.settings = settings;
        this.formTokens = formTokens;
        this.log = log;
    }

    /** A new session token and a new form token: nothing that was in the browser before is worth anything after. */
    void give(Token token, HttpServletRequest request, HttpServletResponse response) {
        // A page whose session has timed out may still ask whether somebody waits.
        HostCookie.SESSION.give(response, token, settings.lifetime().plus(Lookouts.KEPT));
        formTokens.saveToken(null, request, response);
    }

    /** Puts it on record, and takes everything back. */
    void takeBack(HttpServletRequest request, HttpServletResponse response) {
        current().ifPresent(log::signedOut);
        HostCookie.SESSION.remove(response);
        formTokens.saveToken(null, request, response);
    }

    static Optional<? extends Actor> current() {
        return person().filter(Actor.class::isInstance).map(Actor.class::cast);
    }

    static Optional<SignedInPerson> person() {
        return Actors.current().flatMap(Actors::person);
    }

    static Optional<SessionId> session() {
        return person().map(SignedInPerson::session);
    }

    /** Where one begins. */
    static String home(Actor actor) {
        if (actor instanceof SocialStaff) return "/";
        if (actor instanceof StaffMember staff && staff.licensed() && !staff.mayMeet()) return "/ratt-till-moten";
        boolean professional = actor instanceof StaffMember staff && (staff.licensed() || !staff.systemAdministrator());
        return professional ? "/min-dag" : "/admin/organisation";
    }
}
