package se.vardmote.access;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** All whom one browser speaks for. Looked up when asked, and once a request. */
public interface Actors {
    Optional<StaffMember> staff();

    /** Signed in under an assignment in social services: never at once with {@link #staff}. */
    default Optional<SocialStaff> social() {
        return Optional.empty();
    }

    /** Signed in as one, or as staff who also administers. */
    Optional<SystemAdministrator> administrator();

    Optional<EnrolledDevice> device();

    Optional<InvitedVisitor> invited();

    Optional<Seated> seated();

    /** Has opened a guest link. */
    default Optional<GuestVisitor> guest() {
        return Optional.empty();
    }

    /** A professional whose session has timed out a while ago; nobody who is signed in. */
    default Optional<Lookout> lookout() {
        return Optional.empty();
    }

    /** Those of the request at hand, where no controller parameter can be used. Nobody outside a request. */
    static Optional<Actors> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actors actors
                ? Optional.of(actors)
                : Optional.empty();
    }

    /** Whoever is signed in, as whatever. */
    default Optional<SignedInPerson> person() {
        return Optional.<SignedInPerson>empty().or(this::staff).or(this::social).or(this::administrator);
    }

    default boolean signedIn() {
        return person().isPresent();
    }
}
