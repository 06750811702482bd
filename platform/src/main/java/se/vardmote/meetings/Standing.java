package se.vardmote.meetings;

/** Where a participant stands: only the admitted see and hear each other. */
public enum Standing {
    /** Knows of it and may write, but is not in. */
    INVITED,
    WAITING,
    ADMITTED,
    REFUSED,
    LEFT
}
