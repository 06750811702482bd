package se.vardmote.access;

import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.StaffId;

/** What everybody who is signed in has, whatever they work as. */
public interface SignedInPerson {
    SessionId session();

    StaffId staff();

    CareProviderId careProvider();

    /** As what this person works at the moment, among the roles that one may choose: the id of a commission and the like. */
    String role();
}
