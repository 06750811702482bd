package se.vardmote.access;

/**
 * Whom a browser speaks for. One browser may speak for several at once: a device and the seat that was taken on it. A
 * controller takes the one it needs as a parameter, or {@code Optional} of it.
 */
public sealed interface Actor
        permits Visitor,
                EnrolledDevice,
                InvitedVisitor,
                GuestVisitor,
                Seated,
                StaffMember,
                SocialStaff,
                SystemAdministrator {}
