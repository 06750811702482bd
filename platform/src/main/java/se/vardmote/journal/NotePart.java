package se.vardmote.journal;

import java.util.Locale;

/** The parts of a note, in the order they are written and read. */
public enum NotePart {
    SITUATION,
    BACKGROUND,
    OBSERVATIONS,
    MEASURES;

    /** Characters that a part may hold. */
    public static final int LONGEST = 5_000;

    /** Its name in forms, message keys and templates: {@code situation}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
