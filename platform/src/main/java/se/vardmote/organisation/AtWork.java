package se.vardmote.organisation;

/**
 * A member of staff in a commission that holds today, at a unit.
 *
 * @param systemAdministrator whether the same person also administers the system at the commission's care provider
 * @param headOfUnit whether the same person is head of the commission's unit
 */
public record AtWork(
        Staff staff, Commission commission, CareUnit unit, boolean systemAdministrator, boolean headOfUnit) {}
