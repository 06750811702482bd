package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import se.vardmote.access.Actor;
import se.vardmote.access.Actors;
import se.vardmote.access.DropInCodes;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.GuestLinks;
import se.vardmote.access.GuestVisitor;
import se.vardmote.access.HostCookie;
import se.vardmote.access.InvitedVisitor;
import se.vardmote.access.Lookout;
import se.vardmote.access.Lookouts;
import se.vardmote.access.SeatHolders;
import se.vardmote.access.Seated;
import se.vardmote.access.Sessions;
import se.vardmote.access.SocialStaff;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.Token;

/** Reads a request's cookies into actors, each at most once and only when asked for. */
final class RequestActors implements Actors {
    /** What pages ask for by themselves, for as long as they are open: no sign of anybody sitting there. */
    private static final Set<String> BY_THEMSELVES = Set.of(
            "/min-dag/handelser",
            "/min-dag/knackningar",
            "/min-dag/vantar",
            "/min-dag/puls",
            "/driftmeddelande",
            StayingController.LEFT);

    private final Supplier<Optional<Actor>> signedIn;
    private final Supplier<Optional<InvitedVisitor>> invited;
    private final Supplier<Optional<GuestVisitor>> guest;
    private final Supplier<Optional<Seated>> seated;
    private final Supplier<Optional<Lookout>> lookout;
    private final Optional<EnrolledDevice> device;

    RequestActors(
            HttpServletRequest request,
            Sessions sessions,
            DropInCodes codes,
            GuestLinks links,
            SeatHolders seats,
            Lookouts lookouts) {
        this.signedIn = once(() -> HostCookie.SESSION.in(request).flatMap(token -> holder(token, request, sessions)));
        this.invited = once(() -> HostCookie.INVITATION.in(request).flatMap(token -> codes.holderOf(token.hash())));
        this.guest = once(() -> HostCookie.GUEST.in(request).flatMap(token -> links.holderOf(token.hash())));
        this.seated = once(() -> HostCookie.SEAT.in(request).flatMap(token -> seats.holderOf(token.hash())));
        this.lookout = once(() -> HostCookie.SESSION.in(request).flatMap(token -> lookouts.of(token.hash())));
        this.device = DeviceCookies.recognised(request);
    }

    @Override
    public Optional<StaffMember> staff() {
        return signedIn.get().filter(StaffMember.class::isInstance).map(StaffMember.class::cast);
    }

    @Override
    public Optional<SocialStaff> social() {
        return signedIn.get().filter(SocialStaff.class::isInstance).map(SocialStaff.class::cast);
    }

    @Override
    public Optional<SystemAdministrator> administrator() {
        return signedIn.get().flatMap(RequestActors::asAdministrator);
    }

    @Override
    public Optional<EnrolledDevice> device() {
        return device;
    }

    @Override
    public Optional<InvitedVisitor> invited() {
        return invited.get();
    }

    @Override
    public Optional<GuestVisitor> guest() {
        return guest.get();
    }

    @Override
    public Optional<Seated> seated() {
        return seated.get();
    }

    @Override
    public Optional<Lookout> lookout() {
        return lookout.get();
    }

    private static Optional<Actor> holder(Token token, HttpServletRequest request, Sessions sessions) {
        return BY_THEMSELVES.contains(request.getRequestURI())
                ? sessions.holderUnseen(token.hash())
                : sessions.holderOf(token.hash());
    }

    private static Optional<SystemAdministrator> asAdministrator(Actor actor) {
        if (actor instanceof SystemAdministrator administrator) return Optional.of(administrator);
        if (actor instanceof StaffMember staff && staff.systemAdministrator())
            return Optional.of(new SystemAdministrator(
                    staff.session(),
                    staff.staff(),
                    staff.hsaId(),
                    staff.name(),
                    staff.careProvider(),
                    staff.assurance()));
        return Optional.empty();
    }

    private static <T> Supplier<T> once(Supplier<T> supplier) {
        return SingletonSupplier.of(supplier);
    }
}
