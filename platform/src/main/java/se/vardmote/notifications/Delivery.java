package se.vardmote.notifications;

import java.time.Instant;

/**
 * How far a notice has come.
 *
 * @param at since when it has stood so
 */
public record Delivery(Channel channel, State state, Instant at) {

    public enum State {
        /** To be sent, or to be tried again. */
        WAITING,
        /** Whoever carries it has taken it. Whether it was read nobody knows. */
        SENT,
        /** The address does not take it, or nobody carried it in time. */
        FAILED
    }
}
