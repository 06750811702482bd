package se.vardmote.access;

/** As whom somebody is invited by a link. */
public enum GuestRole {
    PATIENT,
    RELATIVE
}
