package se.vardmote.access;

import java.util.Optional;

/** Port: meetings to which patients and relatives come by a link. Implemented by the modules that plan them. */
public interface GuestMeetings {

    /** What a link of theirs is for; stands in its row. */
    String purpose();

    /** Empty when it is over, cancelled or never was: then the link opens nothing. */
    Optional<GuestMeeting> about(GuestInvitation invitation);

    /** Sends a code that the guest has asked for, by the way that {@link GuestMeeting#sends} names. */
    void send(GuestInvitation invitation, GuestCodes.Issued code);

    /** To the lobby. Who may come there at all is decided before, by {@link GuestMeeting#least}. */
    GuestEntry enter(GuestInvitation invitation, GuestKnown known);
}
