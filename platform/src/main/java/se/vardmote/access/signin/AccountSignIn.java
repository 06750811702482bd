package se.vardmote.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import se.vardmote.access.AccountSettings;
import se.vardmote.access.Occasion;
import se.vardmote.access.Token;
import se.vardmote.access.signin.SignIn.Outcome;
import se.vardmote.organisation.Assignments;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;

/**
 * Signs in staff of social services by the account that their care provider has given them: no SITHS card, no commission of
 * HSA, and therefore no health records. The person is found in the register of that care provider, by that account.
 */
@Component
public class AccountSignIn {
    private static final Logger log = LoggerFactory.getLogger(AccountSignIn.class);
    private final List<AccountProvider> providers;
    private final AuthorizationRequests requests;
    private final Organisation organisation;
    private final Assignments assignments;
    private final SignIn signIn;

    public AccountSignIn(
            AccountSettings settings,
            AuthorizationRequests requests,
            Organisation organisation,
            Assignments assignments,
            SignIn signIn) {
        this.providers = settings.providers().entrySet().stream()
                .map(one -> new AccountProvider(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(AccountProvider::label).thenComparing(AccountProvider::name))
                .toList();
        this.requests = requests;
        this.organisation = organisation;
        this.assignments = assignments;
        this.signIn = signIn;
    }

    /** One way to sign in: its name in our addresses, and whose accounts it knows. */
    public record Way(String name, String label) {}

    /** By label; empty where none is configured. */
    public List<Way> ways() {
        return providers.stream()
                .map(provider -> new Way(provider.name(), provider.label()))
                .toList();
    }

    /** Empty when there is no service of that name. */
    public Optional<Started> start(String name, HttpServletRequest request, URI origin) {
        return provider(name).map(provider -> {
            OAuth2AuthorizationRequest asked = provider.exchange().ask(request, origin);
            Token token = requests.keep(asked, provider.exchange().registration());
            return new Started(token, asked.getAuthorizationRequestUri());
        });
    }

    /** @param token from the cookie that {@link #start} gave: of another service it is worth nothing here */
    public Outcome answer(String name, Optional<Token> token, Answer answer, Occasion occasion) {
        return provider(name)
                .map(provider -> answer(provider, token, answer, occasion))
                .orElseGet(() -> new Outcome.Refused(Refusal.EXPIRED));
    }

    private Outcome answer(AccountProvider provider, Optional<Token> token, Answer answer, Occasion occasion) {
        var registration = provider.exchange().registration();
        Optional<OAuth2AuthorizationRequest> asked = token.flatMap(t -> requests.take(t, registration));
        if (asked.isEmpty() || !answer.state().equals(asked.get().getState()))
            return new Outcome.Refused(Refusal.EXPIRED);
        if (answer.error() != null) return new Outcome.Refused(answer.cancelled() ? Refusal.CANCELLED : Refusal.FAILED);
        try {
            return admit(provider, provider.identify(asked.get(), answer), occasion);
        } catch (Refusal.Exception e) {
            // The cause's class only: its message may carry what the service sent.
            log.warn(
                    "A sign-in with an account did not hold: {} {}",
                    e.refusal(),
                    e.getCause() == null ? "" : e.getCause().getClass().getSimpleName());
            return new Outcome.Refused(e.refusal());
        }
    }

    private Outcome admit(AccountProvider provider, AccountProvider.Account account, Occasion occasion) {
        Optional<CareProvider> here = organisation.providers().stream()
                .filter(one -> one.hsaId().equals(provider.careProvider()))
                .findFirst();
        if (here.isEmpty()) {
            log.warn(
                    "No care provider is {}, for whom the sign-in service {} speaks",
                    provider.careProvider(),
                    provider.name());
            return new Outcome.Refused(Refusal.UNKNOWN_ACCOUNT);
        }
        Optional<Staff> staff = assignments.holderOf(here.get().id(), account.account());
        return staff.map(known -> signIn.admit(known, here.get().id(), account.assurance(), occasion))
                .orElseGet(() -> new Outcome.Refused(Refusal.UNKNOWN_ACCOUNT));
    }

    private Optional<AccountProvider> provider(String name) {
        return providers.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
