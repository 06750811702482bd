package se.vardmote.assessment.planned;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.GuestAssurance;
import se.vardmote.access.GuestRole;
import se.vardmote.notifications.Recipient;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.NoticeId;
import se.vardmote.vocabulary.PlannedCallId;

/**
 * A patient or a relative who comes to a planned call by a link of their own.
 *
 * @param least what is let into the lobby
 * @param recipient where they read messages, as the professional has written it; null when the link is handed over in another way
 * @param name of a relative; null for the patient, whose name is the call's
 * @param saidNo to messages: none is sent
 * @param notice the last one that was sent with the link
 */
public record PlannedGuest(
        GuestLinkId link,
        CareProviderId careProvider,
        PlannedCallId call,
        GuestRole role,
        GuestAssurance least,
        @Nullable Recipient recipient,
        @Nullable String name,
        boolean saidNo,
        @Nullable NoticeId notice,
        Instant invitedAt,
        boolean revoked) {

    @Override
    public String toString() {
        return "PlannedGuest[" + link + ", " + role + "]";
    }
}
