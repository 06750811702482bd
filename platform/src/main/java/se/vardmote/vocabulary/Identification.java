package se.vardmote.vocabulary;

/** How we know who a participant is; shown to everybody in the meeting. Swedish words: {@code identification.SITHS}. */
public enum Identification {
    SITHS,
    E_ID,
    ONE_TIME_CODE,
    /** Somebody whom we know said who it is. */
    VOUCHED_FOR,
    PHONE_ONLY,
    NOT_IDENTIFIED
}
