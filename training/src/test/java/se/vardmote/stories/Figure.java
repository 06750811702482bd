package se.vardmote.stories;

import java.util.Locale;

/**
 * A measured figure beside what it should at most be.
 *
 * @param name stable, for comparing runs
 * @param unit of value and goal; {@code ×} for a ratio
 */
record Figure(String name, double value, String unit, double goal) {

    boolean met() {
        return value <= goal;
    }

    String line() {
        return String.format(
                Locale.ROOT, "%-34s %10.2f %-3s goal ≤ %.2f  %s", name, value, unit, goal, met() ? "met" : "missed");
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"goal\":%.3f,\"met\":%b}",
                name,
                value,
                unit,
                goal,
                met());
    }
}
