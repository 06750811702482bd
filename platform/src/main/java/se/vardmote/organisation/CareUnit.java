package se.vardmote.organisation;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.settings.Kind;
import se.vardmote.organisation.settings.Setting;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.PhoneNumber;

/**
 * A care unit (vårdenhet) of one care provider.
 *
 * @param phone where the unit is reached when everything else fails, unless {@code dutyPhone} is another number
 * @param parent the unit that it is a part of, or null
 * @param validFrom the first day, or null for always
 * @param validTo the last day, or null for until further notice: after it nobody works there
 * @param dutyPhone who is on duty at the unit, when the unit or one above it has said so; null also where nobody has asked
 */
public record CareUnit(
        CareUnitId id,
        CareProviderId careProvider,
        String name,
        HsaId hsaId,
        PhoneNumber phone,
        @Nullable CareUnitId parent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable PhoneNumber dutyPhone) {

    /** The number to ring about a call, when it is another than the unit's own. */
    public static final Setting<Optional<PhoneNumber>> DUTY_PHONE =
            new Setting<>("numbers.duty-phone", "numbers", new Kind.Telephone(), Optional.empty());

    public CareUnit(
            CareUnitId id,
            CareProviderId careProvider,
            String name,
            HsaId hsaId,
            PhoneNumber phone,
            @Nullable CareUnitId parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this(id, careProvider, name, hsaId, phone, parent, validFrom, validTo, null);
    }

    /** Whom to ring about a call. */
    public PhoneNumber numberToRing() {
        return dutyPhone == null ? phone : dutyPhone;
    }

    public boolean openOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
