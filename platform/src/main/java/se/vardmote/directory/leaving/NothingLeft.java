package se.vardmote.directory.leaving;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.organisation.AtWork;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareUnitId;

/** Whether a unit may close, or a commission end, by page or file: nothing is left open there that nobody would have. */
@Component
public class NothingLeft {
    private static final Set<String> THEMSELVES = Set.of("commission", "assignment");
    private final Leaving leaving;
    private final Organisation organisation;

    public NothingLeft(Leaving leaving, Organisation organisation) {
        this.leaving = leaving;
        this.organisation = organisation;
    }

    /**
     * Whether a unit may be written as it is to be: where that closes it, or earlier than before, nothing is left open there.
     *
     * @param headless nobody is to be head of it any longer
     */
    public boolean mayClose(SystemAdministrator by, CareUnit before, CareUnit after, boolean headless) {
        LocalDate lastDay = after.validTo();
        if (lastDay == null || !earlier(before.validTo(), lastDay)) return true;
        return leaving.open(by, new Leaving.Subject.OfUnit(before), lastDay).stream()
                .allMatch(group -> headless && group.word().equals("head"));
    }

    /** Whether a commission may be written as it is to be: where that ends it, nothing is left at its unit that only it opens. */
    public boolean mayEnd(SystemAdministrator by, @Nullable Commission before, Commission after) {
        LocalDate lastDay = after.validTo();
        if (before == null || lastDay == null || !earlier(before.validTo(), lastDay)) return true;
        CareUnitId unit = before.careUnit();
        if (unit == null || staysAt(before, lastDay)) return true;
        return leaving.open(by, new Leaving.Subject.OfPerson(before.staff()), lastDay).stream()
                .filter(group -> !THEMSELVES.contains(group.word()))
                .flatMap(group -> group.own().stream())
                .noneMatch(matter -> unit.equals(matter.unit()));
    }

    private boolean staysAt(Commission ending, LocalDate lastDay) {
        return organisation.atWorkOf(Set.of(ending.staff()), lastDay.plusDays(1)).stream()
                .map(AtWork::commission)
                .anyMatch(other -> !other.id().equals(ending.id())
                        && other.isForCare()
                        && Objects.equals(other.careUnit(), ending.careUnit()));
    }

    private static boolean earlier(@Nullable LocalDate before, LocalDate after) {
        return before == null || after.isBefore(before);
    }
}
