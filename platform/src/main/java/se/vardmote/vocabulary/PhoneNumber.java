package se.vardmote.vocabulary;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;

/**
 * A telephone number, kept as E.164 ({@code +46701740605}). {@code toString()} does not show it.
 *
 * @param e164 plus, country and number, digits only
 */
public record PhoneNumber(String e164) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String SWEDEN = "SE";
    private static final int LONGEST_TYPED = 40;

    /**
     * Reads a number as people write it; without a country it is Swedish. Short numbers such as 112 are refused: nobody
     * can be called back on them.
     *
     * @return refused with {@code phone-missing} or {@code phone-invalid}
     */
    public static Parsed<PhoneNumber> parse(String typed) {
        String line = Typed.line(typed);
        if (line.isEmpty()) {
            return Parsed.refused(RefusalCodes.PHONE_MISSING);
        }
        if (line.length() > LONGEST_TYPED) {
            return Parsed.refused(RefusalCodes.PHONE_INVALID);
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(line, SWEDEN);
            return NUMBERS.isValidNumber(number)
                    ? Parsed.valid(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Parsed.refused(RefusalCodes.PHONE_INVALID);
        } catch (NumberParseException unreadable) {
            return Parsed.refused(RefusalCodes.PHONE_INVALID);
        }
    }

    /** As {@link #parse}; a number that can only be talked to is refused with {@code phone-not-mobile}. */
    public static Parsed<PhoneNumber> parseMobile(String typed) {
        return switch (parse(typed)) {
            case Parsed.Valid<PhoneNumber>(PhoneNumber number)
            when !number.readsTexts() -> Parsed.refused(RefusalCodes.PHONE_NOT_MOBILE);
            case Parsed<PhoneNumber> parsed -> parsed;
        };
    }

    /** Where the numbering plan tells mobile numbers apart, only they do. */
    private boolean readsTexts() {
        return switch (NUMBERS.getNumberType(number())) {
            case MOBILE, FIXED_LINE_OR_MOBILE -> true;
            default -> false;
        };
    }

    /** As it is read aloud: {@code 070-174 06 05} for a Swedish number, {@code +45 32 12 34 56} for another. */
    public String display() {
        Phonenumber.PhoneNumber number = number();
        boolean swedish = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(SWEDEN);
        return NUMBERS.format(number, swedish ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    public String telUri() {
        return "tel:" + e164;
    }

    private Phonenumber.PhoneNumber number() {
        try {
            return NUMBERS.parse(e164, null);
        } catch (NumberParseException unreadable) {
            throw new IllegalStateException("a telephone number that is not E.164");
        }
    }

    @Override
    public String toString() {
        return "PhoneNumber[•••]";
    }
}
