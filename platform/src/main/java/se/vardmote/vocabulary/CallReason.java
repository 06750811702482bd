package se.vardmote.vocabulary;

/** Why a care worker asks for an assessment call (R0-22 to R0-33). Swedish words: {@code reason.FALL}. */
public enum CallReason {
    FALL,
    INJURY,
    WOUND,
    AID_BROKEN,
    AID_ASSESSMENT,
    TRANSFER,
    TRAINING,
    COLLAR_OR_BRACE,
    DOSE_BAGS,
    QUICK_ASSESSMENT,
    OTHER
}
