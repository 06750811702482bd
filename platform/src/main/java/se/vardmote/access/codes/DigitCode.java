package se.vardmote.access.codes;

import java.util.regex.Pattern;
import se.vardmote.vocabulary.Parsed;

/**
 * Six digits that can be read out over the telephone: three find the row, three are secret. One in a thousand is no secret
 * by itself: something else must be right beside it.
 */
public record DigitCode(String locator, String secret) {
    static final String ALPHABET = "0123456789";
    static final int LOCATOR = 3;
    static final int SECRET = 3;
    private static final Pattern FORM = Pattern.compile("[0-9]{" + (LOCATOR + SECRET) + "}");

    /** Reads what was typed, with spaces or hyphens in it; refused as {@link ShortCode} refuses. */
    public static Parsed<DigitCode> parse(String typed) {
        if (typed.isBlank()) return Parsed.refused(ShortCode.MISSING);
        if (typed.length() > ShortCode.LONGEST_TYPED) return Parsed.refused(ShortCode.WRONG);
        String code = ShortCode.BETWEEN.matcher(typed).replaceAll("");
        return FORM.matcher(code).matches()
                ? Parsed.valid(new DigitCode(code.substring(0, LOCATOR), code.substring(LOCATOR)))
                : Parsed.refused(ShortCode.WRONG);
    }

    /** The six digits, as they are shown and read out. */
    public String text() {
        return locator + secret;
    }

    @Override
    public String toString() {
        return "DigitCode[•••]";
    }
}
