package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.HostCookie;
import se.vardmote.access.SessionId;
import se.vardmote.access.Sessions;
import se.vardmote.access.Token;
import se.vardmote.access.card.CardSignIns;
import se.vardmote.access.signin.AccountSignIn;
import se.vardmote.access.signin.Answer;
import se.vardmote.access.signin.Refusal;
import se.vardmote.access.signin.SignIn;
import se.vardmote.access.signin.SignIn.Outcome;
import se.vardmote.access.signin.Started;
import se.vardmote.platform.Origins;
import se.vardmote.platform.ProblemException;

/** Staff sign in and out. Every address that it sends a browser to is a constant of ours or the provider's. */
@Controller
class SignInController {
    private static final String CHOICE = SignInOutcomes.CHOICE;
    private final SignIn signIn;
    private final AccountSignIn accounts;
    private final CardWay card;
    private final Sessions sessions;
    private final SignedInParts parts;
    private final SignInOutcomes outcomes;
    private final Origins origins;

    SignInController(
            SignIn signIn,
            AccountSignIn accounts,
            CardWay card,
            Sessions sessions,
            SignedInParts parts,
            SignInOutcomes outcomes,
            Origins origins) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.card = card;
        this.sessions = sessions;
        this.parts = parts;
        this.outcomes = outcomes;
        this.origins = origins;
    }

    /** Where there are several ways, one chooses, SITHS first; else straight to the identity provider. */
    @GetMapping("/logga-in")
    ModelAndView start(HttpServletRequest request, HttpServletResponse response) {
        var ways = new WaysInPage(card.on(), accounts.ways());
        if (ways.only()) return toProvider(request, response);
        return isAtLan(request) ? onTheHost() : ways.view();
    }

    @GetMapping("/logga-in/tjanst")
    ModelAndView toProvider(HttpServletRequest request, HttpServletResponse response) {
        if (isAtLan(request)) return onTheHost();
        Started started = signIn.start(request, OriginCheck.of(request));
        HostCookie.SIGN_IN.give(response, started.token(), SignIn.PATIENCE);
        return SeeOther.to(started.location());
    }

    /** With the account that the care provider has given its staff of social services. */
    @GetMapping("/logga-in/konto/{provider}")
    ModelAndView toAccount(@PathVariable String provider, HttpServletRequest request, HttpServletResponse response) {
        if (isAtLan(request)) return onTheHost();
        Started started = accounts.start(provider, request, OriginCheck.of(request))
                .orElseThrow(() -> new ProblemException(new AccessProblem.NoSuchPage()));
        HostCookie.SIGN_IN.give(response, started.token(), SignIn.PATIENCE);
        return SeeOther.to(started.location());
    }

    @GetMapping("/logga-in/konto/{provider}/svar")
    ModelAndView accountAnswer(
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String error,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Token> token = HostCookie.SIGN_IN.in(request);
        Outcome outcome = accounts.answer(provider, token, new Answer(code, state, error), Browsers.occasion(request));
        return outcomes.answer(outcome, request, response);
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
        return outcomes.answer(card.back(token, request), request, response);
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
        return outcomes.answer(outcome, request, response);
    }

    @GetMapping(CHOICE)
    ModelAndView choices(HttpServletRequest request) {
        List<SignIn.Option> options =
                HostCookie.SIGN_IN.in(request).map(signIn::options).orElse(List.of());
        if (options.isEmpty()) return SignInOutcomes.refused(Refusal.EXPIRED);
        return new CommissionPage(options.stream()
                        .map(option -> CommissionPage.Role.of(option, ""))
                        .toList())
                .view();
    }

    @PostMapping(CHOICE)
    ModelAndView choose(@RequestParam UUID role, HttpServletRequest request, HttpServletResponse response) {
        Optional<Token> token = HostCookie.SIGN_IN.in(request);
        Outcome outcome = token.map(chooser -> signIn.choose(chooser, role, Browsers.occasion(request)))
                .orElseGet(() -> new Outcome.Refused(Refusal.EXPIRED));
        return outcomes.answer(outcome, request, response);
    }

    @PostMapping("/logga-ut")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        Optional<SessionId> session = SignedInParts.session();
        parts.takeBack(request, response);
        session.ifPresent(id -> sessions.end(id, "signed-out"));
        return SeeOther.to("/");
    }

    private boolean isAtLan(HttpServletRequest request) {
        return origins.isLan(OriginCheck.of(request));
    }

    private static ModelAndView onTheHost() {
        return new SignInRefusedPage("on-the-host", false).view();
    }
}
