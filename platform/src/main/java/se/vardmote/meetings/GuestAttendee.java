package se.vardmote.meetings;

import se.vardmote.vocabulary.GuestLinkId;
import se.vardmote.vocabulary.Identification;

/**
 * Somebody who comes by a link of their own.
 *
 * @param role {@code PATIENT} or {@code RELATIVE}
 * @param known {@code E_ID}, {@code ONE_TIME_CODE} or {@code NOT_IDENTIFIED}
 */
public record GuestAttendee(GuestLinkId link, ParticipantRole role, String name, Identification known) {
    @Override
    public String toString() {
        return "GuestAttendee[" + link + ", " + known + "]";
    }
}
