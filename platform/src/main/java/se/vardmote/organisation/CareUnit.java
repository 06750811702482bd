package se.vardmote.organisation;

import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.PhoneNumber;

/**
 * A care unit (vårdenhet) of one care provider.
 *
 * @param phone where the unit is reached when everything else fails
 */
public record CareUnit(CareUnitId id, CareProviderId careProvider, String name, HsaId hsaId, PhoneNumber phone) {}
