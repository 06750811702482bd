package se.vardmote.organisation;

/**
 * A member of staff in a commission that holds today, at a unit.
 *
 * @param systemAdministrator whether the same person also administers the system at the commission's care provider
 */
public record AtWork(Staff staff, Commission commission, CareUnit unit, boolean systemAdministrator) {}
