package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import se.vardmote.access.DropInCodes;
import se.vardmote.access.GuestLinks;
import se.vardmote.access.Lookouts;
import se.vardmote.access.SeatHolders;
import se.vardmote.access.Sessions;

/** Makes the security context of a request from our own cookies and tables; nothing is ever saved from it. */
@Component
final class ActorsRepository implements SecurityContextRepository {
    private final Sessions sessions;
    private final DropInCodes codes;
    private final GuestLinks links;
    private final ObjectProvider<SeatHolders> seats;
    private final Lookouts lookouts;

    ActorsRepository(
            Sessions sessions,
            DropInCodes codes,
            GuestLinks links,
            ObjectProvider<SeatHolders> seats,
            Lookouts lookouts) {
        this.sessions = sessions;
        this.codes = codes;
        this.links = links;
        this.seats = seats;
        this.lookouts = lookouts;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        SeatHolders holders = hash -> seats.orderedStream()
                .flatMap(port -> port.holderOf(hash).stream())
                .findFirst();
        var actors = new RequestActors(holder.getRequest(), sessions, codes, links, holders, lookouts);
        return new SecurityContextImpl(new ActorsAuthentication(actors));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Sessions are begun and ended where staff sign in and out.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return true;
    }
}
