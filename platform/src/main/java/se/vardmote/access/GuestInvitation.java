package se.vardmote.access;

import java.util.UUID;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.GuestLinkId;

/**
 * What a link is for.
 *
 * @param purpose which module's meetings: {@link GuestMeetings#purpose()}
 * @param subject the meeting, planned or going on, as that module knows it
 */
public record GuestInvitation(
        GuestLinkId id, CareProviderId careProvider, String purpose, UUID subject, GuestRole role) {}
