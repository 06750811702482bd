package se.vardmote.meetings;

/** Where a participant stands: only the admitted see and hear each other. */
public enum Standing {
    WAITING,
    ADMITTED,
    REFUSED,
    LEFT
}
