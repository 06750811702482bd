package se.vardmote.access.codes;

import java.util.Locale;
import java.util.regex.Pattern;
import se.vardmote.vocabulary.Parsed;

/**
 * Six characters that can be read out over the telephone and typed: two that find the row, four that are secret. Wrong
 * tries lock the one row that they name, so nobody else's code suffers.
 */
public record ShortCode(String locator, String secret) {
    /** No 0 and O, no 1, I and L, no U: 30 characters, so four of them are one in 810,000. */
    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static final String MISSING = "code-missing";
    public static final String WRONG = "code-wrong";
    /** Too many from one place: said whether or not there is such a code, or it would tell which codes there are. */
    public static final String LOCKED = "code-locked";

    static final int LONGEST_TYPED = 40;
    static final int LOCATOR = 2;
    static final int SECRET = 4;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + (LOCATOR + SECRET) + "}");
    static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}\\u00a0.]+");

    /** Reads what was typed: any case, with spaces or hyphens in it. Refused as {@link #MISSING} or {@link #WRONG}. */
    public static Parsed<ShortCode> parse(String typed) {
        if (typed.isBlank()) return Parsed.refused(MISSING);
        if (typed.length() > LONGEST_TYPED) return Parsed.refused(WRONG);
        String code = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return FORM.matcher(code).matches()
                ? Parsed.valid(new ShortCode(code.substring(0, LOCATOR), code.substring(LOCATOR)))
                : Parsed.refused(WRONG);
    }

    /** The six characters, as they are shown and read out. */
    public String text() {
        return locator + secret;
    }

    @Override
    public String toString() {
        return "ShortCode[•••]";
    }
}
