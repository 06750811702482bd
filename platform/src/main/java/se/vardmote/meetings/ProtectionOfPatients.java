package se.vardmote.meetings;

import se.vardmote.access.AuditedActor;
import se.vardmote.vocabulary.RetentionUnitId;

/** Port: the module that knows whom a conversation is about hides that person everywhere. */
public interface ProtectionOfPatients {

    /** Somebody of the staff in it has said that the patient has protected personal data. Again does nothing. */
    void protect(RetentionUnitId conversation, AuditedActor by);
}
