package se.vardmote.vocabulary;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An identifier of the national directory HSA: a member of staff, a unit, a care provider, a commission. Kept as it was
 * written, compared without regard to case. At most 32 characters (the directory's schema; its guide says 31).
 */
public record HsaId(String value) {
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9-]{3,32}");
    private static final Pattern BY_THE_GUIDE = Pattern.compile("SE\\d{10}-[A-Za-z0-9]{1,19}");

    /**
     * Lenient about form, because the directory's own test entries do not follow the guide: see {@link #byTheGuide()}.
     *
     * @return refused with {@code hsa-id-invalid}
     */
    public static Parsed<HsaId> parse(String typed) {
        String line = Typed.line(typed);
        return ACCEPTED.matcher(line).matches()
                ? Parsed.valid(new HsaId(line))
                : Parsed.refused(RefusalCodes.HSA_ID_INVALID);
    }

    public static HsaId of(String text) {
        return parse(text).orElseThrow();
    }

    /** {@code SE}, ten digits of the organisation number, a hyphen and at least one letter or digit. */
    public boolean byTheGuide() {
        return BY_THE_GUIDE.matcher(comparable()).matches();
    }

    private String comparable() {
        return value.toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HsaId that && comparable().equals(that.comparable());
    }

    @Override
    public int hashCode() {
        return comparable().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
