package se.vardmote.directory.stops.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A planned stop as typed; an absent field is empty. Times are of the clock in Sweden, {@code 2026-11-28T22:00}.
 *
 * @param announced from when it is told; empty for at once
 * @param unit ids of those it is for; none for all
 */
public record StopForm(String text, String english, String starts, String ends, String announced, List<String> unit) {
    static final StopForm EMPTY = new StopForm("", "", "", "", "", List.of());

    public StopForm {
        text = typed(text);
        english = typed(english);
        starts = typed(starts);
        ends = typed(ends);
        announced = typed(announced);
        unit = unit == null ? List.of() : List.copyOf(unit);
    }

    private static String typed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
