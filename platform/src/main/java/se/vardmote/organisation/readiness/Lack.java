package se.vardmote.organisation.readiness;

import se.vardmote.vocabulary.CareUnitId;

/**
 * A unit lacks something.
 *
 * @param many how many times over: hours, people; 1 where there is nothing to count
 * @param where address of the page where it is mended
 */
public record Lack(CareUnitId unit, int many, String where) {}
