package se.vardmote.vocabulary;

/**
 * A person's name as the person writes it: one line, 1 to {@value #LONGEST} characters, any script, emoji kept.
 * {@code toString()} does not show it: write {@link #value()} where it is meant to be seen.
 */
public record PersonName(String value) {
    static final int LONGEST = 100;

    /** @return refused with {@code name-missing} or {@code name-too-long} */
    public static Parsed<PersonName> parse(String typed) {
        String name = Typed.line(typed);
        if (!Typed.isVisible(name)) {
            return Parsed.refused(RefusalCodes.NAME_MISSING);
        }
        if (Typed.length(name) > LONGEST) {
            return Parsed.refused(RefusalCodes.NAME_TOO_LONG);
        }
        return Parsed.valid(new PersonName(name));
    }

    @Override
    public String toString() {
        return "PersonName[•••]";
    }
}
