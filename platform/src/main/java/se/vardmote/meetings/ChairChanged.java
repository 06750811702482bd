package se.vardmote.meetings;

import java.time.Instant;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.StaffId;

/** Somebody has taken a call over, under a commission at this unit. Told inside the transaction. */
public record ChairChanged(MeetingId meeting, StaffId to, CareProviderId careProvider, CareUnitId unit, Instant at) {}
