package se.vardmote.statistics;

/** How it went, as one of three faces says it. */
public enum Feeling {
    GOOD,
    SO_SO,
    BAD
}
