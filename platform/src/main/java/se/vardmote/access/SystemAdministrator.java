package se.vardmote.access;

import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.StaffId;

/** Administers the system of one care provider; as such sees no patients. */
public record SystemAdministrator(
        SessionId session, StaffId staff, HsaId hsaId, String name, CareProviderId careProvider, Assurance assurance)
        implements Actor, SignedInPerson {

    @Override
    public String role() {
        return careProvider.toString();
    }
}
