package se.vardmote.organisation;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.StaffId;

/**
 * A commission (medarbetaruppdrag): what a member of staff is to do at a care provider, and so which patients.
 *
 * @param careUnit HSA allows a commission without a unit
 * @param validTo last day it holds, or null for until further notice
 */
public record Commission(
        CommissionId id,
        StaffId staff,
        CareProviderId careProvider,
        @Nullable CareUnitId careUnit,
        String name,
        String purpose,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    /** The only purpose that opens patient data for care (patientdatalagen; the literal of HSA). */
    public static final String CARE_AND_TREATMENT = "Vård och behandling";

    public Optional<CareUnitId> unit() {
        return Optional.ofNullable(careUnit);
    }

    public boolean isForCare() {
        return CARE_AND_TREATMENT.equalsIgnoreCase(purpose);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
