package se.vardmote.directory.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came in a field; one that is absent is empty. */
final class Typed {
    private Typed() {}

    static String of(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    static String of(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }
}
