package se.vardmote.vocabulary;

/**
 * A patient whose identity nobody knows yet, with the reason in the care worker's words; the professional confirms it
 * at admission. The number made for it is never the same as that of anybody else.
 *
 * @param why 1 to {@value #LONGEST} characters; content, to be kept encrypted
 */
public record UnknownIdentity(PersonId id, String why) {
    static final int LONGEST = 200;

    /** @return refused with {@code unknown-why-missing} or {@code unknown-why-too-long} */
    public static Parsed<UnknownIdentity> parse(String typedWhy) {
        String why = Typed.line(typedWhy);
        if (!Typed.isVisible(why)) {
            return Parsed.refused(RefusalCodes.UNKNOWN_WHY_MISSING);
        }
        if (Typed.length(why) > LONGEST) {
            return Parsed.refused(RefusalCodes.UNKNOWN_WHY_TOO_LONG);
        }
        return Parsed.valid(new UnknownIdentity(PersonId.unknown(), why));
    }

    @Override
    public String toString() {
        return "UnknownIdentity[•••]";
    }
}
