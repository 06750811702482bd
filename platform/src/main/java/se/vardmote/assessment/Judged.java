package se.vardmote.assessment;

import java.time.Instant;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * A licensed professional has judged whether video fits; {@code DIGITAL} has let in. Told inside the transaction, when the
 * meeting is open.
 */
public record Judged(DropInId dropIn, RetentionUnitId conversation, DropIn.Outcome outcome, Instant at) {}
