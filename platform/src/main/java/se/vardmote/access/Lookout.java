package se.vardmote.access;

import java.util.Set;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;

/**
 * What a screen may still ask when the sign-in of a professional has timed out: whether somebody waits at these units, yes or
 * no. It is no actor, and opens nothing else.
 */
public record Lookout(CareProviderId careProvider, Set<CareUnitId> units) {}
