package se.vardmote.meetings;

import java.time.Instant;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.StaffId;

/** A colleague who was asked has come in, from this unit. Told inside the transaction. */
public record CameIn(MeetingId meeting, StaffId staff, CareProviderId careProvider, CareUnitId unit, Instant at) {}
