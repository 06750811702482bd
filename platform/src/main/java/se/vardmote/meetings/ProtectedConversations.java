package se.vardmote.meetings;

import se.vardmote.vocabulary.RetentionUnitId;

/** Port: the module that knows whom a conversation is about says whether that person has protected identity. */
public interface ProtectedConversations {

    /** Nobody in it may learn another's address in the network. */
    boolean contains(RetentionUnitId conversation);
}
