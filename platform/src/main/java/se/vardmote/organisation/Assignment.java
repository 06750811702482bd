package se.vardmote.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.AssignmentId;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * An assignment in social services (socialtjänst): whoever has one and no commission of health care sees what the social
 * services have, never health records.
 *
 * @param validTo last day it holds, or null for until further notice
 */
public record Assignment(
        AssignmentId id,
        StaffId staff,
        CareProviderId careProvider,
        CareUnitId careUnit,
        Kind kind,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** What for. */
    public enum Kind {
        PLANNER,
        /** Fast omsorgskontakt (socialtjänstlagen). */
        DESIGNATED_CARE_CONTACT,
        HOME_CARE
    }
}
