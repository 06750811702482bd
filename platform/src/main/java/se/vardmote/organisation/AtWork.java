package se.vardmote.organisation;

/**
 * A member of staff in a commission that holds today, at a unit.
 *
 * @param systemAdministrator whether the same person also administers the system at the commission's care provider
 * @param headOfUnit whether the same person is head of the commission's unit
 * @param mayMeet has the right to digital meetings at the commission's care provider, or needs none there (R0-59)
 */
public record AtWork(
        Staff staff,
        Commission commission,
        CareUnit unit,
        boolean systemAdministrator,
        boolean headOfUnit,
        boolean mayMeet) {}
