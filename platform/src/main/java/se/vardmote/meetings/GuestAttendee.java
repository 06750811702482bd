package se.vardmote.meetings;

import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.Identification;

/**
 * Somebody who comes by a link of their own.
 *
 * @param role {@code PATIENT} or {@code RELATIVE}
 * @param known {@code E_ID}, {@code ONE_TIME_CODE} or {@code NOT_IDENTIFIED}
 * @param person what the same person shows each time they come by e-ID; null when nothing of the kind is known
 */
public record GuestAttendee(
        GuestLinkId link,
        ParticipantRole role,
        String name,
        Identification known,
        @Nullable String person) {
    @Override
    public String toString() {
        return "GuestAttendee[" + link + ", " + known + "]";
    }
}
