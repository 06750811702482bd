package se.vardmote.accesslog;

/** Why a reading is picked out for the review. In the order of the page. */
public enum Rule {
    /** At random. */
    SAMPLE,
    /** One person opened many patients in a short time. */
    MANY_PATIENTS,
    /** Outside the hours of the day, when the unit is not on duty either. */
    ODD_HOURS,
    /** The patient has protected personal data. */
    PROTECTED_IDENTITY,
    /** The patient has the surname of who read. */
    SAME_SURNAME,
    /** Opened on another ground than a relation of care. */
    OTHER_GROUND,
    /** Tried, and was refused. */
    REFUSED
}
