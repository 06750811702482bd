package se.vardmote.journal;

import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * A call that must be documented.
 *
 * @param conversation what is forgotten after sixty days; the documentation is not
 * @param staff the professional who must write
 */
public record DocumentedCall(
        CareProviderId careProvider,
        CareUnitId unit,
        ClientId client,
        RetentionUnitId conversation,
        MeetingId meeting,
        StaffId staff) {}
