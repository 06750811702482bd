package se.vardmote.assessment;

import java.time.Instant;
import se.vardmote.vocabulary.DropInId;

/** A licensed professional has judged whether video fits; {@code DIGITAL} lets in. */
public record Judged(DropInId dropIn, DropIn.Outcome outcome, Instant at) {}
