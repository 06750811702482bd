package se.vardmote.disturbances;

import java.time.Instant;

/**
 * Somebody has come further with a disturbance. Steps are added, never changed.
 *
 * @param remedy what helps, for people to read; empty while only analysed
 * @param by name of the administrator
 */
public record Step(State state, String remedy, String by, Instant at) {
    public static final int LONGEST = 500;

    /** How far it has come; a solved one that is reported again is reported. */
    public enum State {
        REPORTED,
        ANALYSED,
        WORKAROUND,
        SOLVED
    }
}
