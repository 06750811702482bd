package se.vardmote.access;

import se.vardmote.vocabulary.MeetingId;

/** Whom a ticket lets onto the socket, read anew when the ticket is redeemed. */
public sealed interface TicketSubject {

    /** The actor in either case. */
    Actor actor();

    record ForSeat(Seated actor) implements TicketSubject {}

    record ForStaff(StaffMember actor, MeetingId meeting) implements TicketSubject {}
}
