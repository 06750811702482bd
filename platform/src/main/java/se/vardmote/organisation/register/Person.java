package se.vardmote.organisation.register;

import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/**
 * One of the staff as the care provider that keeps the row knows them: with the name, also when it is protected. Everybody
 * else reads {@link se.vardmote.organisation.Staff}.
 *
 * @param keeper whose administrators keep the row
 * @param licensed holds the licence (legitimation) of the profession
 * @param licenceNumber of the register of licences, where known
 * @param unprotectAskedBy who has asked that the protection be taken away; another has to agree
 */
public record Person(
        StaffId id,
        CareProviderId keeper,
        HsaId hsaId,
        String name,
        Profession profession,
        boolean licensed,
        @Nullable String licenceNumber,
        boolean protectedIdentity,
        @Nullable StaffId unprotectAskedBy) {

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
