package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.Actor;
import se.vardmote.access.HostCookie;
import se.vardmote.access.Sessions;
import se.vardmote.access.Token;
import se.vardmote.access.signin.Refusal;
import se.vardmote.access.signin.SignIn;
import se.vardmote.access.signin.SignIn.Outcome;

/** Where a browser goes when a sign-in has come to something, by whichever way: in, to a choice, or told why not. */
@Component
final class SignInOutcomes {
    static final String CHOICE = "/logga-in/uppdrag";
    private static final Set<Refusal> HOPELESS = Set.of(
            Refusal.NO_COMMISSION,
            Refusal.COMMISSION_WITHOUT_UNIT,
            Refusal.UNKNOWN_STAFF,
            Refusal.UNKNOWN_ACCOUNT,
            Refusal.NO_ASSIGNMENT,
            Refusal.CARD_BLOCKED,
            Refusal.CARD_EXPIRED);
    private final Sessions sessions;
    private final SignedInParts parts;

    SignInOutcomes(Sessions sessions, SignedInParts parts) {
        this.sessions = sessions;
        this.parts = parts;
    }

    ModelAndView answer(Outcome outcome, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.SignedIn(Token token, Actor actor) -> in(token, actor, request, response);
            case Outcome.Choose(Token token) -> {
                HostCookie.SIGN_IN.give(response, token, SignIn.PATIENCE);
                yield SeeOther.to(CHOICE);
            }
            case Outcome.Refused(Refusal why) -> {
                HostCookie.SIGN_IN.remove(response);
                yield refused(why);
            }
        };
    }

    private ModelAndView in(Token token, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        HostCookie.SESSION.in(request).ifPresent(before -> sessions.end(before.hash(), "new-sign-in"));
        HostCookie.SIGN_IN.remove(response);
        parts.give(token, request, response);
        return SeeOther.to(SignedInParts.home(actor));
    }

    static ModelAndView refused(Refusal why) {
        HttpStatus status = why == Refusal.PROVIDER_UNREACHABLE ? HttpStatus.BAD_GATEWAY : HttpStatus.FORBIDDEN;
        return new SignInRefusedPage(why.code(), !HOPELESS.contains(why)).view(status);
    }
}
