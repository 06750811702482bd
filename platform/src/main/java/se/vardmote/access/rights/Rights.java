package se.vardmote.access.rights;

import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;
import se.vardmote.access.Actor;
import se.vardmote.access.Actors;
import se.vardmote.access.MessageRights;

/** Decides by the rights table; what has no row is refused. */
@Component
public class Rights implements AuthorizationManager<RequestAuthorizationContext>, MessageRights {
    private final RightsTable table;

    public Rights() {
        this(RightsTable.ofTheProduct());
    }

    /** By a table of one's own. */
    public Rights(RightsTable table) {
        this.table = table;
    }

    /** A refusal: whom the row names, empty when there is no row. */
    public static final class Refused extends AuthorizationDecision {
        private final Set<Grantee> needed;

        Refused(Set<Grantee> needed) {
            super(false);
            this.needed = needed;
        }

        public Set<Grantee> needed() {
            return needed;
        }
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        String path =
                ServletRequestPathUtils.parse(request).pathWithinApplication().value();
        return decide(
                request.getMethod(), path, () -> (Actors) authentication.get().getPrincipal());
    }

    @Override
    public boolean maySend(Actor actor, String type) {
        return table.message(type).stream().flatMap(Set::stream).anyMatch(grantee -> grantee.covers(actor));
    }

    /** Asks who it is only where the row does not already let anyone in: a style sheet costs no query. */
    AuthorizationResult decide(String method, String path, Supplier<Actors> actors) {
        return table.route(method, path)
                .<AuthorizationResult>map(route -> {
                    if (route.who().contains(Grantee.ANYONE)) return new AuthorizationDecision(true);
                    Actors who = actors.get();
                    return route.who().stream().anyMatch(grantee -> grantee.covers(who))
                            ? new AuthorizationDecision(true)
                            : new Refused(route.who());
                })
                .orElseGet(() -> new Refused(Set.of()));
    }
}
