package se.vardmote.access;

/** How a one-time code reaches a guest. */
public enum CodeWay {
    SMS,
    MAIL,
    /** By the professional, over the telephone. */
    READ_OUT
}
