package se.vardmote.meetings;

/** In what capacity somebody takes part. */
public enum ParticipantRole {
    CARE_WORKER,
    PROFESSIONAL,
    PATIENT
}
