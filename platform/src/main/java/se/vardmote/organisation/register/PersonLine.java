package se.vardmote.organisation.register;

import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.HsaId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/**
 * One of the staff in a list.
 *
 * @param name as everybody may read it
 * @param units where the person works on the day, by name; null for nowhere
 */
public record PersonLine(
        StaffId id,
        HsaId hsaId,
        String name,
        Profession profession,
        boolean licensed,
        @Nullable String units) {}
