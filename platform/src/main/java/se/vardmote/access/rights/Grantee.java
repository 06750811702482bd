package se.vardmote.access.rights;

import java.util.Locale;
import java.util.Optional;
import se.vardmote.access.Actor;
import se.vardmote.access.Actors;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.GuestVisitor;
import se.vardmote.access.InvitedVisitor;
import se.vardmote.access.Seated;
import se.vardmote.access.SocialStaff;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.access.Visitor;

/** The words of the rights table: who may. */
public enum Grantee {
    ANYONE,
    /** An enrolled device. */
    DEVICE,
    /** Has typed a code that a professional read out. */
    INVITED,
    /** Has opened a guest link. */
    GUEST,
    /** Holds a seat. */
    SEATED,
    /** Signed in, in a commission or with the system. */
    STAFF,
    /** Signed in under an assignment in social services: no health records. */
    SOCIAL,
    /** Signed in with a commission for care, and licensed: writes what is left to document. */
    LICENSED,
    /** Licensed, and has the right to digital meetings or needs none at the care provider. */
    PROFESSIONAL,
    /** Was signed in as a professional in this browser until the session timed out, some hours ago at most. */
    LOCKED,
    /** Signed in at a unit that this person is head of. */
    HEAD,
    /** Administers the system of a care provider. */
    ADMINISTRATOR,
    /** Exists, but is for no browser. */
    NOBODY;

    /** As it stands in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Grantee> of(String word) {
        for (Grantee grantee : values()) {
            if (grantee.word().equals(word)) return Optional.of(grantee);
        }
        return Optional.empty();
    }

    boolean covers(Actors actors) {
        return switch (this) {
            case ANYONE -> true;
            case DEVICE -> actors.device().isPresent();
            case INVITED -> actors.invited().isPresent();
            case GUEST -> actors.guest().isPresent();
            case SEATED -> actors.seated().isPresent();
            case STAFF -> actors.staff().isPresent() || actors.administrator().isPresent();
            case SOCIAL -> actors.social().isPresent();
            case LICENSED -> actors.staff().filter(StaffMember::licensed).isPresent();
            case PROFESSIONAL ->
                actors.staff().filter(StaffMember::professional).isPresent();
            case LOCKED -> actors.lookout().isPresent();
            case HEAD -> actors.staff().filter(StaffMember::headOfUnit).isPresent();
            case ADMINISTRATOR -> actors.administrator().isPresent();
            case NOBODY -> false;
        };
    }

    boolean covers(Actor actor) {
        return this == ANYONE
                || switch (actor) {
                    case Visitor visitor -> false;
                    case EnrolledDevice device -> this == DEVICE;
                    case InvitedVisitor invited -> this == INVITED;
                    case GuestVisitor guest -> this == GUEST;
                    case Seated seated -> this == SEATED;
                    case StaffMember staff ->
                        this == STAFF
                                || this == LICENSED && staff.licensed()
                                || this == PROFESSIONAL && staff.professional()
                                || this == HEAD && staff.headOfUnit()
                                || this == ADMINISTRATOR && staff.systemAdministrator();
                    case SocialStaff social -> this == SOCIAL;
                    case SystemAdministrator administrator -> this == STAFF || this == ADMINISTRATOR;
                };
    }
}
