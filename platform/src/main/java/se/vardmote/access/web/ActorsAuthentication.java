package se.vardmote.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import se.vardmote.access.Actors;

/** The actors in the form that Spring Security carries. It has no authorities: the rights table asks the actors. */
final class ActorsAuthentication extends AbstractAuthenticationToken {
    private final transient Actors actors;

    ActorsAuthentication(Actors actors) {
        super(List.of());
        this.actors = actors;
        setAuthenticated(true);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return actors;
    }

    @Override
    public String getName() {
        return "actors";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
