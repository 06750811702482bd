package se.vardmote.access;

/** How sure we are who a guest is, least first. A meeting's policy names the least that it lets into its lobby. */
public enum GuestAssurance {
    /** Has the link; the performer identifies them and writes how. */
    NOT_IDENTIFIED,
    /** Has the link, and reads what we send to the address that it was sent to: one factor, never more. */
    ONE_TIME_CODE,
    /** An electronic identity of a level that we accept. */
    E_ID;

    public boolean atLeast(GuestAssurance least) {
        return compareTo(least) >= 0;
    }
}
