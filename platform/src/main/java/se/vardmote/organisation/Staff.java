package se.vardmote.organisation;

import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** One who works in care, under the HSA-id of the card. */
public record Staff(StaffId id, HsaId hsaId, String name, Profession profession) {}
