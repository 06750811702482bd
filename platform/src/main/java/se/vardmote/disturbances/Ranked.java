package se.vardmote.disturbances;

import java.time.Instant;

/**
 * A disturbance among the others.
 *
 * @param reports in the period asked for
 * @param units how many units it came from, as far as they are known
 * @param remedy of the latest step, or empty
 */
public record Ranked(
        Disturbance disturbance, int reports, int units, Instant latest, Step.State state, String remedy) {}
