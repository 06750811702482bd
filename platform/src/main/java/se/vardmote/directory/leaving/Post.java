package se.vardmote.directory.leaving;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardmote.organisation.Assignment;
import se.vardmote.organisation.Commission;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.Identifier;
import se.vardmote.vocabulary.StaffId;

/**
 * Where somebody is and from when until when, by a commission or an assignment.
 *
 * @param opens whether it opens what is theirs there: a commission does when it is for care
 */
record Post(
        Identifier id,
        Place place,
        boolean opens,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** @param unit null for the whole care provider */
    record Place(StaffId staff, @Nullable CareUnitId unit) {}

    static List<Post> ofCommissions(Collection<Commission> all) {
        return all.stream()
                .map(one -> new Post(
                        one.id(),
                        new Place(one.staff(), one.careUnit()),
                        one.isForCare(),
                        one.validFrom(),
                        one.validTo()))
                .toList();
    }

    static List<Post> ofAssignments(Collection<Assignment> all) {
        return all.stream()
                .map(one -> new Post(
                        one.id(), new Place(one.staff(), one.careUnit()), true, one.validFrom(), one.validTo()))
                .toList();
    }

    boolean opensOn(LocalDate day) {
        return opens && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
