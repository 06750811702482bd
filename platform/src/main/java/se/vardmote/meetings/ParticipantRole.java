package se.vardmote.meetings;

/** In what capacity somebody takes part. */
public enum ParticipantRole {
    CARE_WORKER,
    PROFESSIONAL,
    PATIENT,
    /** Of the patient, come by a link of their own. */
    RELATIVE
}
