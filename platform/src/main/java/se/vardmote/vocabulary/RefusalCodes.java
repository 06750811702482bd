package se.vardmote.vocabulary;

import java.util.Set;

/** The codes that {@link Parsed.Refused} carries; a test of the message files goes through {@link #ALL}. */
public final class RefusalCodes {
    public static final String IDENTITY_MISSING = "identity-missing";
    /** Something else than digits, spaces, hyphen and plus; for reserve numbers also letters. */
    public static final String IDENTITY_CHARACTERS = "identity-characters";
    /** Neither 10 nor 12 digits; a reserve number has 12 characters. */
    public static final String IDENTITY_LENGTH = "identity-length";
    /** The first digits are no date. */
    public static final String IDENTITY_DATE = "identity-date";

    public static final String IDENTITY_FUTURE = "identity-future";
    /** A plus after twelve digits that do not belong to somebody who turns at least 100 this year. */
    public static final String IDENTITY_PLUS = "identity-plus";
    /** The three digits after the date are 000, which nobody is given. */
    public static final String IDENTITY_SERIAL = "identity-serial";

    public static final String IDENTITY_CHECK_DIGIT = "identity-check-digit";
    /** Not of the form that this issuer gives out. */
    public static final String RESERVE_FORM = "reserve-form";
    /** Typed as a reserve number, but it is a personal identity number or a coordination number. */
    public static final String RESERVE_IS_PERSONAL = "reserve-is-personal";

    public static final String UNKNOWN_WHY_MISSING = "unknown-why-missing";
    public static final String UNKNOWN_WHY_TOO_LONG = "unknown-why-too-long";
    public static final String NAME_MISSING = "name-missing";
    public static final String NAME_TOO_LONG = "name-too-long";
    public static final String PHONE_MISSING = "phone-missing";
    public static final String PHONE_INVALID = "phone-invalid";
    /** A number at which no text message is read. */
    public static final String PHONE_NOT_MOBILE = "phone-not-mobile";

    public static final String MAIL_MISSING = "mail-missing";
    public static final String MAIL_INVALID = "mail-invalid";
    public static final String HSA_ID_INVALID = "hsa-id-invalid";

    public static final Set<String> ALL = Set.of(
            IDENTITY_MISSING,
            IDENTITY_CHARACTERS,
            IDENTITY_LENGTH,
            IDENTITY_DATE,
            IDENTITY_FUTURE,
            IDENTITY_PLUS,
            IDENTITY_SERIAL,
            IDENTITY_CHECK_DIGIT,
            RESERVE_FORM,
            RESERVE_IS_PERSONAL,
            UNKNOWN_WHY_MISSING,
            UNKNOWN_WHY_TOO_LONG,
            NAME_MISSING,
            NAME_TOO_LONG,
            PHONE_MISSING,
            PHONE_INVALID,
            PHONE_NOT_MOBILE,
            MAIL_MISSING,
            MAIL_INVALID,
            HSA_ID_INVALID);

    private RefusalCodes() {}
}
