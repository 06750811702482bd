package se.vardmote.organisation;

import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/**
 * One who works in care, under the HSA-id of the card.
 *
 * @param name as everybody may read it: of somebody with protected identity "Skyddad uppgift"
 * @param licensed holds the licence (legitimation) of the profession, and may so judge and admit (R0-1)
 */
public record Staff(StaffId id, HsaId hsaId, String name, Profession profession, boolean licensed) {}
