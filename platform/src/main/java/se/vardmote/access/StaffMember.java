package se.vardmote.access;

import se.vardmote.organisation.AtWork;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/**
 * Signed in with a commission for "Vård och behandling" that holds today. Read anew for every request.
 *
 * @param licensed holds a licence (legitimation): may judge and admit (R0-1)
 * @param systemAdministrator also administers the system at the same care provider
 * @param headOfUnit is head of the unit of this commission: looks after its staff's rights, training and reading of records
 * @param mayMeet has the right to digital meetings at this care provider, or needs none there (R0-59, R2-21)
 */
public record StaffMember(
        SessionId session,
        StaffId staff,
        HsaId hsaId,
        String name,
        Profession profession,
        boolean licensed,
        CommissionId commission,
        CareProviderId careProvider,
        CareUnitId unit,
        String unitName,
        Assurance assurance,
        boolean systemAdministrator,
        boolean headOfUnit,
        boolean mayMeet)
        implements Actor, SignedInPerson {

    /** May hold digital meetings: judge, admit, be in a call. */
    public boolean professional() {
        return licensed && mayMeet;
    }

    @Override
    public String role() {
        return commission.toString();
    }

    /** The same person in another of their commissions. */
    StaffMember in(AtWork work) {
        return new StaffMember(
                session,
                staff,
                hsaId,
                name,
                profession,
                licensed,
                work.commission().id(),
                work.commission().careProvider(),
                work.unit().id(),
                work.unit().name(),
                assurance,
                systemAdministrator,
                work.headOfUnit(),
                work.mayMeet());
    }
}
