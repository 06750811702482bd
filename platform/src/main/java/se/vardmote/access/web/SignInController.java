package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.Actor;
import se.vardmote.access.Actors;
import se.vardmote.access.HostCookie;
import se.vardmote.access.Lookouts;
import se.vardmote.access.SessionId;
import se.vardmote.access.Sessions;
import se.vardmote.access.SignInSettings;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.Token;
import se.vardmote.access.signin.Answer;
import se.vardmote.access.signin.Refusal;
import se.vardmote.access.signin.SignIn;
import se.vardmote.access.signin.SignIn.Outcome;
import se.vardmote.access.signin.SignInLog;
import se.vardmote.access.signin.Started;
import se.vardmote.platform.Origins;

/** Staff sign in and out. Every address that it sends a browser to is a constant of ours or the provider's. */
@Controller
class SignInController {
    private static final String CHOICE = "/logga-in/uppdrag";
    private static final Set<Refusal> HOPELESS = Set.of(Refusal.NO_COMMISSION, Refusal.UNKNOWN_STAFF);
    private final SignIn signIn;
    private final Sessions sessions;
    private final SignInSettings settings;
    private final CookieCsrfTokenRepository formTokens;
    private final SignInLog log;
    private final Origins origins;

    SignInController(
            SignIn signIn,
            Sessions sessions,
            SignInSettings settings,
            CookieCsrfTokenRepository formTokens,
            SignInLog log,
            Origins origins) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.settings = settings;
        this.formTokens = formTokens;
        this.log = log;
        this.origins = origins;
    }

    @GetMapping("/logga-in")
    ModelAndView start(HttpServletRequest request, HttpServletResponse response) {
        URI origin = OriginCheck.of(request);
        if (origins.isLan(origin)) return new SignInRefusedPage("on-the-host", false).view();
        Started started = signIn.start(request, origin);
        HostCookie.SIGN_IN.give(response, started.token(), SignIn.PATIENCE);
        return SeeOther.to(started.location());
    }

    @GetMapping("/logga-in/svar")
    ModelAndView answer(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String error,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Token> token = HostCookie.SIGN_IN.in(request);
        return after(signIn.answer(token, new Answer(code, state, error)), request, response);
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
        Outcome outcome = token.map(chooser -> signIn.choose(chooser, role))
                .orElseGet(() -> new Outcome.Refused(Refusal.EXPIRED));
        return after(outcome, request, response);
    }

    @PostMapping("/logga-ut")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        Actors.current().flatMap(SignInController::signedIn).ifPresent(log::signedOut);
        current().ifPresent(session -> sessions.end(session, "signed-out"));
        HostCookie.SESSION.remove(response);
        formTokens.saveToken(null, request, response);
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

    /** A new session token and a new form token: nothing that was in the browser before is worth anything after. */
    private ModelAndView in(Token token, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        HostCookie.SESSION.in(request).ifPresent(before -> sessions.end(before.hash(), "new-sign-in"));
        HostCookie.SIGN_IN.remove(response);
        // A page whose session has timed out may still ask whether somebody waits.
        HostCookie.SESSION.give(response, token, settings.lifetime().plus(Lookouts.KEPT));
        formTokens.saveToken(null, request, response);
        return SeeOther.to(home(actor));
    }

    private static String home(Actor actor) {
        boolean professional = actor instanceof StaffMember staff && (staff.licensed() || !staff.systemAdministrator());
        return professional ? "/min-dag" : "/admin/organisation";
    }

    private static Optional<? extends Actor> signedIn(Actors actors) {
        return actors.staff().isPresent() ? actors.staff() : actors.administrator();
    }

    private static Optional<SessionId> current() {
        return Actors.current()
                .flatMap(actors -> actors.staff().map(StaffMember::session).or(() -> actors.administrator()
                        .map(SystemAdministrator::session)));
    }

    private static ModelAndView refused(Refusal why) {
        HttpStatus status = why == Refusal.PROVIDER_UNREACHABLE ? HttpStatus.BAD_GATEWAY : HttpStatus.FORBIDDEN;
        return new SignInRefusedPage(why.code(), !HOPELESS.contains(why)).view(status);
    }
}
