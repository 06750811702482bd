package se.vardmote.assessment.planned;

import org.jspecify.annotations.Nullable;
import se.vardmote.access.GuestAssurance;
import se.vardmote.access.GuestRole;
import se.vardmote.notifications.Recipient;
import se.vardmote.vocabulary.PersonName;

/**
 * Who is to be invited to a planned call, read and checked.
 *
 * @param name of a relative; null for the patient
 * @param recipient null when the link is handed over in another way
 */
public record Invite(
        GuestRole role,
        GuestAssurance least,
        @Nullable PersonName name,
        @Nullable Recipient recipient,
        boolean saidNo) {

    public Invite {
        if ((role == GuestRole.RELATIVE) != (name != null))
            throw new IllegalArgumentException("a relative has a name of their own, the patient the call's");
    }

    @Override
    public String toString() {
        return "Invite[" + role + "]";
    }
}
