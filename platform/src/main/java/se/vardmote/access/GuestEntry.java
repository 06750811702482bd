package se.vardmote.access;

/** What comes of a guest who wants to the lobby. */
public sealed interface GuestEntry {

    /** They wait, or are where they were. @param token goes to the browser as its seat */
    record AtTheLobby(Token token) implements GuestEntry {}

    /** @param why a stable code; the text is {@code guest.refused.<code>} */
    record Refused(String why) implements GuestEntry {}

    /** Its lobby is not open, or it is over. */
    Refused NOT_OPEN = new Refused("not-open");
    /** The meeting asks for more than that. */
    Refused TOO_WEAK = new Refused("too-weak");
    /** The e-ID is somebody else's than the patient's who is invited. */
    Refused NOT_THE_PATIENT = new Refused("not-the-patient");
    /** Somebody has come by this link and shown more, or somebody else has. */
    Refused AS_BEFORE = new Refused("as-before");
}
