package se.vardmote.audit;

/** The kinds of act that the national log format knows (StoreLog {@code activityType}), and signing in and out. */
public enum Activity {
    READ,
    WRITE,
    SIGN,
    PRINT,
    ERASE,
    EMERGENCY_OPEN,
    SIGN_IN,
    SIGN_OUT
}
