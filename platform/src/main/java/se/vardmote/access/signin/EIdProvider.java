package se.vardmote.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import se.vardmote.access.EId;
import se.vardmote.access.GuestVisitId;
import se.vardmote.access.Token;
import se.vardmote.access.VisitorSignInSettings;

/** Where patients and relatives show an e-ID, when there is one configured. */
@Component
public class EIdProvider {
    public static final String ANSWER_PATH = "/mote/e-legitimation/svar";
    private static final Logger log = LoggerFactory.getLogger(EIdProvider.class);
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final VisitorSignInSettings settings;
    private final AuthorizationRequests requests;
    private final Clock clock;
    private final @Nullable OidcExchange client;

    public EIdProvider(VisitorSignInSettings settings, AuthorizationRequests requests, Clock clock) {
        this.settings = settings;
        this.requests = requests;
        this.clock = clock;
        this.client = settings.on() ? client(settings) : null;
    }

    private static OidcExchange client(VisitorSignInSettings settings) {
        var service = new OidcExchange.Endpoints(
                Objects.requireNonNull(settings.authorizationUri()),
                Objects.requireNonNull(settings.tokenUri()),
                Objects.requireNonNull(settings.jwkSetUri()),
                settings.issuer(),
                settings.clientId(),
                settings.clientSecret(),
                settings.scopes());
        return new OidcExchange("visitor", service, ANSWER_PATH, settings.levels());
    }

    /** What came back. */
    public sealed interface Outcome {
        record Identified(EId person) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    public boolean on() {
        return client != null;
    }

    /** Off to the provider; only this visit, in this browser, may come back. Empty when there is none. */
    public Optional<Started> start(GuestVisitId visit, HttpServletRequest request, URI origin) {
        OidcExchange known = client;
        if (known == null) return Optional.empty();
        OAuth2AuthorizationRequest asked = known.ask(request, origin);
        return Optional.of(
                new Started(requests.keep(asked, known.registration(), visit), asked.getAuthorizationRequestUri()));
    }

    /** @param token from the cookie that {@link #start} gave */
    public Outcome answer(GuestVisitId visit, Optional<Token> token, Answer answer) {
        OidcExchange known = client;
        if (known == null) return new Outcome.Refused(Refusal.FAILED);
        ClientRegistration registration = known.registration();
        Optional<OAuth2AuthorizationRequest> asked = token.flatMap(t -> requests.take(t, registration, visit));
        if (asked.isEmpty() || !answer.state().equals(asked.get().getState()))
            return new Outcome.Refused(Refusal.EXPIRED);
        if (answer.error() != null) return new Outcome.Refused(answer.cancelled() ? Refusal.CANCELLED : Refusal.FAILED);
        try {
            return identified(known.identify(asked.get(), answer));
        } catch (Refusal.Exception e) {
            // The cause's class only: its message may carry what the provider sent.
            log.warn(
                    "An e-ID did not hold: {} {}",
                    e.refusal(),
                    e.getCause() == null ? "" : e.getCause().getClass().getSimpleName());
            return new Outcome.Refused(e.refusal());
        }
    }

    private Outcome identified(OidcUser user) {
        String level = user.getClaimAsString(IdTokenClaimNames.ACR);
        if (level == null || !settings.levels().contains(level)) return new Outcome.Refused(Refusal.ASSURANCE_TOO_LOW);
        return new EIdClaims(user.getClaims())
                .person(LocalDate.ofInstant(clock.instant(), SWEDEN))
                .<Outcome>map(Outcome.Identified::new)
                .orElseGet(() -> new Outcome.Refused(Refusal.FAILED));
    }
}
