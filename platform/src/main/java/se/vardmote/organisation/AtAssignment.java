package se.vardmote.organisation;

/** A member of staff under an assignment in social services that holds today, at its unit. */
public record AtAssignment(Staff staff, Assignment assignment, CareUnit unit) {}
