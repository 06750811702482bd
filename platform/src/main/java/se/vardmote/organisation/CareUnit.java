package se.vardmote.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.PhoneNumber;

/**
 * A care unit (vårdenhet) of one care provider.
 *
 * @param phone where the unit is reached when everything else fails
 * @param parent the unit that it is a part of, or null
 * @param validFrom the first day, or null for always
 * @param validTo the last day, or null for until further notice: after it nobody works there
 */
public record CareUnit(
        CareUnitId id,
        CareProviderId careProvider,
        String name,
        HsaId hsaId,
        PhoneNumber phone,
        @Nullable CareUnitId parent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public boolean openOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
