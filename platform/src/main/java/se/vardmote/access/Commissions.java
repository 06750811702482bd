package se.vardmote.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.organisation.AtWork;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * The commissions for care that somebody holds today besides the one signed in under. Only at the same care provider: for
 * another's patients one signs in in another commission.
 */
@Component
public class Commissions {
    private final Organisation organisation;
    private final Sessions sessions;

    public Commissions(Organisation organisation, Sessions sessions) {
        this.organisation = organisation;
        this.sessions = sessions;
    }

    /** The same person in each of their commissions, one a unit, the one signed in under first. */
    public List<StaffMember> of(StaffMember staff) {
        return of(List.of(staff)).getOrDefault(staff.session(), List.of(staff));
    }

    /** The same for many at once, in one question. */
    public Map<SessionId, List<StaffMember>> of(Collection<StaffMember> some) {
        Map<StaffId, List<AtWork>> work =
                organisation
                        .atWorkOf(some.stream().map(StaffMember::staff).collect(Collectors.toSet()), sessions.today())
                        .stream()
                        .filter(at -> at.commission().isForCare())
                        .collect(Collectors.groupingBy(at -> at.staff().id()));
        return some.stream()
                .collect(Collectors.toMap(
                        StaffMember::session,
                        staff -> inEach(staff, work.getOrDefault(staff.staff(), List.of())),
                        (one, same) -> one));
    }

    private static List<StaffMember> inEach(StaffMember staff, List<AtWork> work) {
        Map<CareUnitId, StaffMember> byUnit = work.stream()
                .filter(at -> at.unit().careProvider().equals(staff.careProvider()))
                .map(staff::in)
                .collect(Collectors.toMap(
                        StaffMember::unit, Function.identity(), (one, same) -> one, java.util.LinkedHashMap::new));
        byUnit.remove(staff.unit());
        return java.util.stream.Stream.concat(Optional.of(staff).stream(), byUnit.values().stream())
                .toList();
    }
}
