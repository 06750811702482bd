package se.vardmote.meetings;

import se.vardmote.vocabulary.RetentionUnitId;

/** "Akut" was pressed in a conversation or taken back, or somebody has said where the patient is. Told inside the transaction. */
public record EmergencyChanged(RetentionUnitId conversation) {}
