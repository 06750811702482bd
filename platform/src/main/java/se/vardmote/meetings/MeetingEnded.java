package se.vardmote.meetings;

import java.time.Instant;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;

/** A meeting has ended. Told inside the transaction that ends it, so that what follows from it cannot be lost. */
public record MeetingEnded(MeetingId meeting, RetentionUnitId unit, Instant at) {}
