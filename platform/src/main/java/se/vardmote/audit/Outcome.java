package se.vardmote.audit;

/** Whether what was asked for was given. */
public enum Outcome {
    ALLOWED,
    REFUSED
}
