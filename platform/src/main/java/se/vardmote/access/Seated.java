package se.vardmote.access;

import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.SeatId;

/** Whoever holds a seat: knocked and waits, or was let in. */
public record Seated(SeatId seat, RetentionUnitId unit, CareProviderId careProvider) implements Actor {}
