package se.vardmote.organisation.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.HsaId;

/**
 * A unit in the list.
 *
 * @param depth how far down in the tree, 0 at the top
 * @param parent name of the unit that it is a part of
 * @param head the head's name as everybody may read it; null when nobody is
 * @param staff how many work there on the day
 * @param devices how many may be used
 */
public record UnitLine(
        CareUnitId id,
        String name,
        HsaId hsaId,
        int depth,
        @Nullable String parent,
        @Nullable String head,
        int staff,
        int devices,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
