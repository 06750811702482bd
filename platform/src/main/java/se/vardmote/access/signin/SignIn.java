package se.vardmote.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.Assurance;
import se.vardmote.access.Occasion;
import se.vardmote.access.Sessions;
import se.vardmote.access.Sessions.Role;
import se.vardmote.access.SignInSettings;
import se.vardmote.access.SignedInPerson;
import se.vardmote.access.SwitchedSessions;
import se.vardmote.access.Token;
import se.vardmote.access.WayIn;
import se.vardmote.access.signin.CommissionChoices.Chooser;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.SignInRegister;
import se.vardmote.organisation.Staff;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.StaffId;

/** Signs staff in: off to the identity provider, back with a proof, then the commission to work in. */
@Component
public class SignIn {
    private static final Logger log = LoggerFactory.getLogger(SignIn.class);
    /** How long somebody may take at the identity provider, and to choose. */
    public static final Duration PATIENCE = AuthorizationRequests.LIFE;

    private final IdentityProvider provider;
    private final AuthorizationRequests requests;
    private final CommissionChoices choices;
    private final Roles roles;
    private final Organisation organisation;
    private final SignInRegister register;
    private final Sessions sessions;
    private final SwitchedSessions switched;
    private final SignInSettings settings;
    private final SignInLog signInLog;

    public SignIn(
            IdentityProvider provider,
            AuthorizationRequests requests,
            CommissionChoices choices,
            Roles roles,
            Organisation organisation,
            SignInRegister register,
            Sessions sessions,
            SwitchedSessions switched,
            SignInSettings settings,
            SignInLog signInLog) {
        this.provider = provider;
        this.requests = requests;
        this.choices = choices;
        this.roles = roles;
        this.organisation = organisation;
        this.register = register;
        this.sessions = sessions;
        this.switched = switched;
        this.settings = settings;
        this.signInLog = signInLog;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** In: the session's token, and as whom. */
        record SignedIn(Token token, Actor actor) implements Outcome {}

        /** Identified, with more than one role: the token goes to the browser, the page asks which. */
        record Choose(Token token) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /**
     * One role to choose.
     *
     * @param id of the commission or assignment, or of the care provider whose system is administered
     * @param name of the commission, kind of the assignment; empty for the system
     * @param place unit or care provider
     */
    public record Option(UUID id, String name, String place, Role role) {}

    /** @param origin the one of our own that the browser is at */
    public Started start(HttpServletRequest request, URI origin) {
        OAuth2AuthorizationRequest asked = provider.exchange().ask(request, origin);
        return new Started(
                requests.keep(asked, provider.exchange().registration()), asked.getAuthorizationRequestUri());
    }

    /** @param token from the cookie that {@link #start} gave */
    public Outcome answer(Optional<Token> token, Answer answer, Occasion occasion) {
        Optional<OAuth2AuthorizationRequest> asked =
                token.flatMap(t -> requests.take(t, provider.exchange().registration()));
        if (asked.isEmpty() || !answer.state().equals(asked.get().getState()))
            return new Outcome.Refused(Refusal.EXPIRED);
        if (answer.error() != null) return new Outcome.Refused(answer.cancelled() ? Refusal.CANCELLED : Refusal.FAILED);
        try {
            return admit(provider.identify(asked.get(), answer), occasion);
        } catch (Refusal.Exception e) {
            // The cause's class only: its message may carry what the provider sent.
            log.warn(
                    "A sign-in did not hold: {} {}",
                    e.refusal(),
                    e.getCause() == null ? "" : e.getCause().getClass().getSimpleName());
            return new Outcome.Refused(e.refusal());
        }
    }

    /** The roles that the holder of a {@link Outcome.Choose} token may choose among; empty when it has expired. */
    public List<Option> options(Token token) {
        return choices.of(token).map(this::optionsOf).orElse(List.of());
    }

    public Outcome choose(Token token, UUID id, Occasion occasion) {
        var chooser = choices.of(token);
        if (chooser.isEmpty()) return new Outcome.Refused(Refusal.EXPIRED);
        StaffId staff = chooser.get().staff();
        Optional<Option> chosen = optionsOf(chooser.get()).stream()
                .filter(option -> option.id().equals(id))
                .findFirst();
        if (chosen.isEmpty()) return new Outcome.Refused(Refusal.NO_COMMISSION);
        if (!choices.end(token)) return new Outcome.Refused(Refusal.EXPIRED);
        return begin(
                staff,
                chosen.get().role(),
                chooser.get().assurance(),
                occasion.by(chooser.get().way()));
    }

    /** What somebody may go on as, by the way that they came in. */
    public List<Option> rolesOf(SignedInPerson person) {
        return roles.of(person);
    }

    /** Goes on as something else; who it is was shown already. */
    public Outcome switchTo(SignedInPerson person, UUID role) {
        return roles.of(person).stream()
                .filter(option -> option.id().equals(role))
                .findFirst()
                .flatMap(option -> switched.to(person, option.role()))
                .map(this::entered)
                .orElseGet(() -> new Outcome.Refused(Refusal.NO_COMMISSION));
    }

    /** Whoever has been identified comes in, chooses, or is told why not. */
    public Outcome admit(Identity identity, Occasion occasion) {
        if (!identity.assurance().atLeast(settings.leastAssurance()))
            return new Outcome.Refused(Refusal.ASSURANCE_TOO_LOW);
        Optional<Staff> staff = organisation.staffBy(identity.hsaId());
        if (staff.isEmpty()) return new Outcome.Refused(Refusal.UNKNOWN_STAFF);
        StaffId id = staff.get().id();
        if (register.isShared(id)) return refused(staff.get(), Refusal.SHARED_ACCOUNT);
        List<Option> options = identity.chosen().among(roles.of(id), register);
        if (options.isEmpty()) return refused(staff.get(), roles.whyNone(id));
        return enter(new Chooser(id, identity.assurance(), identity.way(), null), options, occasion);
    }

    /** Whoever came by an account of a care provider: assignments there, never a commission that the person also has. */
    Outcome admit(Staff staff, CareProviderId careProvider, Assurance assurance, Occasion occasion) {
        if (register.isShared(staff.id())) return refused(staff, Refusal.SHARED_ACCOUNT);
        List<Option> options = roles.byAccount(staff.id(), careProvider);
        if (options.isEmpty()) return refused(staff, Refusal.NO_ASSIGNMENT);
        return enter(new Chooser(staff.id(), assurance, WayIn.ACCOUNT, careProvider), options, occasion);
    }

    private Outcome enter(Chooser chooser, List<Option> options, Occasion occasion) {
        if (options.size() > 1) return new Outcome.Choose(choices.begin(chooser));
        return begin(chooser.staff(), options.getFirst().role(), chooser.assurance(), occasion.by(chooser.way()));
    }

    /** Not let in, and put on record where we know whose card it was. */
    public Outcome refuse(Refusal why, Optional<HsaId> whose) {
        whose.flatMap(organisation::staffBy).ifPresent(staff -> signInLog.refused(staff, why));
        return new Outcome.Refused(why);
    }

    private Outcome refused(Staff staff, Refusal why) {
        signInLog.refused(staff, why);
        return new Outcome.Refused(why);
    }

    private List<Option> optionsOf(Chooser chooser) {
        return chooser.careProvider() == null
                ? roles.of(chooser.staff())
                : roles.byAccount(chooser.staff(), chooser.careProvider());
    }

    private Outcome begin(StaffId staff, Role role, Assurance assurance, Occasion occasion) {
        return entered(sessions.begin(staff, role, assurance, occasion));
    }

    private Outcome entered(Token token) {
        return sessions.holderOf(token.hash())
                .<Outcome>map(actor -> {
                    signInLog.signedIn(actor);
                    return new Outcome.SignedIn(token, actor);
                })
                .orElseGet(() -> new Outcome.Refused(Refusal.NO_COMMISSION));
    }
}
