package se.vardmote.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;

/**
 * What the way in must know of a meeting.
 *
 * @param opensAt when the lobby opens
 * @param least what the meeting's policy lets into its lobby
 * @param sends how a code that the guest asks for is sent; null when there is no address, when nobody carries it, or when the
 *     guest has said no to messages
 * @param unit and {@code client}: for the access log
 */
public record GuestMeeting(
        Instant at,
        Instant opensAt,
        GuestAssurance least,
        @Nullable CodeWay sends,
        CareUnitId unit,
        ClientId client) {

    public boolean isOpen(Instant now) {
        return !now.isBefore(opensAt);
    }
}
