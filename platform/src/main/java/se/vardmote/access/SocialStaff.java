package se.vardmote.access;

import se.vardmote.organisation.Assignment;
import se.vardmote.vocabulary.AssignmentId;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * Signed in under an assignment in social services (socialtjänst) that holds today: a planner, a designated care contact, home
 * care. Sees what the social services have, never health records, and holds no licence here even where the person has one
 * (offentlighets- och sekretesslagen 25 and 26: two secrecies). Read anew for every request.
 *
 * @param way by which the person came in: an account of the care provider, or a card
 */
public record SocialStaff(
        SessionId session,
        StaffId staff,
        String name,
        AssignmentId assignment,
        Assignment.Kind kind,
        CareProviderId careProvider,
        CareUnitId unit,
        String unitName,
        Assurance assurance,
        WayIn way)
        implements Actor, SignedInPerson {

    @Override
    public String role() {
        return assignment.toString();
    }
}
