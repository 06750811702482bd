package se.vardmote.access.signin;

/** Why a sign-in did not lead in; the message files say what to do ({@code sign-in.refused.<code>}). */
public enum Refusal {
    /** Nothing to do here: neither a commission for care that holds today, nor the system to administer. */
    NO_COMMISSION("no-commission"),
    /** A commission for care that holds today, but for the whole care provider: there is no unit to work at. */
    COMMISSION_WITHOUT_UNIT("commission-without-unit"),
    /** The card is not in the register. */
    UNKNOWN_STAFF("unknown-staff"),
    ASSURANCE_TOO_LOW("assurance-too-low"),
    /** The person turned back at the identity provider. */
    CANCELLED("cancelled"),
    /** The account is in nobody's row at the care provider whose it is. */
    UNKNOWN_ACCOUNT("unknown-account"),
    /** The account holds no assignment in social services that holds today. */
    NO_ASSIGNMENT("no-assignment"),
    /** The sign-in service is not sure enough of who it is. */
    ACCOUNT_TOO_WEAK("account-too-weak"),
    /** Too slow, in another browser, or the same answer twice. */
    EXPIRED("expired"),
    PROVIDER_UNREACHABLE("provider-unreachable"),
    /** The browser showed no card. */
    NO_CARD("no-card"),
    CARD_EXPIRED("card-expired"),
    /** Of an issuer whom we do not trust. */
    CARD_NOT_TRUSTED("card-not-trusted"),
    CARD_BLOCKED("card-blocked"),
    /** Nobody says whether the card is blocked, and nobody has for a day. */
    CARD_UNCHECKED("card-unchecked"),
    /** The certificate with the personal identity number, instead of the one with the HSA-id. */
    PERSONAL_CARD("personal-card"),
    /** Not one for signing in, or not of a level that we take. */
    WRONG_CARD("wrong-card"),
    /** A function's, or an account that several share (R4-291). */
    SHARED_ACCOUNT("shared-account"),
    /** The provider's answer does not hold. */
    FAILED("failed");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Carries the refusal out of the exchange with the provider. */
    static final class Exception extends RuntimeException {
        private final Refusal refusal;

        Exception(Refusal refusal, Throwable cause) {
            super(refusal.code, cause);
            this.refusal = refusal;
        }

        Exception(Refusal refusal) {
            super(refusal.code);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
