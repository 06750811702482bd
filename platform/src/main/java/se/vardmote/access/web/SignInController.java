package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.Actor;
import se.vardmote.access.HostCookie;
import se.vardmote.access.SessionId;
import se.vardmote.access.Sessions;
import se.vardmote.access.Token;
import se.vardmote.access.card.CardSignIns;
import se.vardmote.access.signin.Answer;
import se.vardmote.access.signin.Refusal;
import se.vardmote.access.signin.SignIn;
import se.vardmote.access.signin.SignIn.Outcome;
import se.vardmote.access.signin.Started;
import se.vardmote.platform.Origins;

/** Staff sign in and out. Every address that it sends a browser to is a constant of ours or the provider's. */
@Controller
class SignInController {
    private static final String CHOICE = "/logga-in/uppdrag";
    private static final Set<Refusal> HOPELESS =
            Set.of(Refusal.NO_COMMISSION, Refusal.UNKNOWN_STAFF, Refusal.CARD_BLOCKED, Refusal.CARD_EXPIRED);
    private final SignIn signIn;
    private final CardWay card;
    private final Sessions sessions;
    private final SignedInParts parts;
    private final Origins origins;

    SignInController(SignIn signIn, CardWay card, Sessions sessions, SignedInParts parts, Origins origins) {
        this.signIn = signIn;
        this.card = card;
        this.sessions = sessions;
        this.parts = parts;
        this.origins = origins;
    }

    /** Where there are two ways, one chooses; else straight to the identity provider. */
    @GetMapping("/logga-in")
    ModelAndView start(HttpServletRequest request, HttpServletResponse response) {
        if (!card.on()) return toProvider(request, response);
        return isAtLan(request) ? onTheHost() : new WaysInPage().view();
    }

    @GetMapping("/logga-in/tjanst")
    ModelAndView toProvider(HttpServletRequest request, HttpServletResponse response) {
        if (isAtLan(request)) return onTheHost();
        Started started = signIn.start(request, OriginCheck.of(request));
        HostCookie.SIGN_IN.give(response, started.token(), SignIn.PATIENCE);
        return SeeOther.to(started.location());
    }

    @GetMapping("/logga-in/kort")
    ModelAndView toCardPort(HttpServletRequest request, HttpServletResponse response) {
        if (isAtLan(request)) return onTheHost();
        Optional<String> visit = card.leave(OriginCheck.of(request), response);
        return SeeOther.to(visit.orElse("/logga-in"));
    }

    @GetMapping(CardSignIns.ANSWER)
    ModelAndView handedOver(
            @RequestParam(name = CardSignIns.HANDED_OVER, defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        return after(card.back(token, request), request, response);
    }

    @GetMapping("/logga-in/svar")
    ModelAndView answer(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String error,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Token> token = HostCookie.SIGN_IN.in(request);
        Outcome outcome = signIn.answer(token, new Answer(code, state, error), Browsers.occasion(request));
        return after(outcome, request, response);
    }

    @GetMapping(CHOICE)
    ModelAndView choices(HttpServletRequest request) {
        List<SignIn.Option> options =
                HostCookie.SIGN_IN.in(request).map(signIn::options).orElse(List.of());
        if (options.isEmpty()) return refused(Refusal.EXPIRED);
        return new CommissionPage(options.stream()
                        .map(option -> new CommissionPage.Role(option.id().toString(), option.name(), option.place()))
                        .toList())
                .view();
    }

    @PostMapping(CHOICE)
    ModelAndView choose(@RequestParam UUID role, HttpServletRequest request, HttpServletResponse response) {
        Optional<Token> token = HostCookie.SIGN_IN.in(request);
        Outcome outcome = token.map(chooser -> signIn.choose(chooser, role, Browsers.occasion(request)))
                .orElseGet(() -> new Outcome.Refused(Refusal.EXPIRED));
        return after(outcome, request, response);
    }

    @PostMapping("/logga-ut")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        Optional<SessionId> session = SignedInParts.session();
        parts.takeBack(request, response);
        session.ifPresent(id -> sessions.end(id, "signed-out"));
        return SeeOther.to("/");
    }

    private ModelAndView after(Outcome outcome, HttpServletRequest request, HttpServletResponse response) {
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

    private boolean isAtLan(HttpServletRequest request) {
        return origins.isLan(OriginCheck.of(request));
    }

    private static ModelAndView onTheHost() {
        return new SignInRefusedPage("on-the-host", false).view();
    }

    private static ModelAndView refused(Refusal why) {
        HttpStatus status = why == Refusal.PROVIDER_UNREACHABLE ? HttpStatus.BAD_GATEWAY : HttpStatus.FORBIDDEN;
        return new SignInRefusedPage(why.code(), !HOPELESS.contains(why)).view(status);
    }
}
