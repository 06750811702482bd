package se.vardmote.directory.leaving.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of open things; an absent field is empty.
 *
 * @param what {@code lamna}, {@code avsluta} or {@code stang}
 * @param kind word of the kind
 * @param matter ids of the chosen ones
 * @param to a unit's id, or a person's HSA-id
 * @param day the last day, {@code 2026-05-12}
 */
public record LeavingForm(String what, String kind, List<String> matter, String to, String day) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public LeavingForm {
        what = typed(what);
        kind = typed(kind);
        matter = matter == null ? List.of() : List.copyOf(matter);
        to = typed(to);
        day = typed(day);
    }

    List<UUID> chosen() {
        return matter.stream()
                .filter(ID.asMatchPredicate())
                .map(UUID::fromString)
                .toList();
    }

    private static String typed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
