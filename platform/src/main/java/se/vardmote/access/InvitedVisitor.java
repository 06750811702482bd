package se.vardmote.access;

import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;

/** Somebody without an enrolled device who typed a code that a professional read out. */
public record InvitedVisitor(CareProviderId careProvider, CareUnitId receivingUnit) implements Actor {}
