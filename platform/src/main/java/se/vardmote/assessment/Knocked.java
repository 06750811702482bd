package se.vardmote.assessment;

import java.time.Instant;
import se.vardmote.vocabulary.DropInId;

/** Somebody has begun to wait. */
public record Knocked(DropInId dropIn, Instant at) {}
