package se.vardmote.directory.leaving.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.Directory;
import se.vardmote.directory.DirectoryProblem;
import se.vardmote.directory.leaving.Leaving;
import se.vardmote.directory.leaving.Leaving.Outcome;
import se.vardmote.directory.leaving.Leaving.Subject;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.organisation.register.Units;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.NotAnIdentifier;
import se.vardmote.vocabulary.StaffId;

/** A unit closes, or somebody leaves: what is open is dealt with first. */
@Controller
class LeavingController {
    private static final String UNITS = "/admin/organisation/enheter/";
    private static final String PEOPLE = "/admin/organisation/personal/";
    private static final String HAND_OVER = "lamna";
    private static final String END = "avsluta";
    private static final String CLOSE = "stang";
    private final Leaving leaving;
    private final Directory directory;
    private final Organisation organisation;
    private final Units units;

    LeavingController(Leaving leaving, Directory directory, Organisation organisation, Units units) {
        this.leaving = leaving;
        this.directory = directory;
        this.organisation = organisation;
        this.units = units;
    }

    @GetMapping(UNITS + "{unit}/stang")
    ModelAndView unit(
            SystemAdministrator by,
            @PathVariable("unit") String id,
            @RequestParam(name = "dag", defaultValue = "") String day) {
        return page(by, unit(by, id), day(day), null, null).view();
    }

    @PostMapping(UNITS + "{unit}/stang")
    ModelAndView unit(SystemAdministrator by, @PathVariable("unit") String id, @ModelAttribute LeavingForm form) {
        CareUnit unit = unit(by, id);
        LocalDate lastDay = day(form.day());
        String address = UNITS + unit.id() + "/stang?dag=" + lastDay;
        if (form.what().equals(CLOSE)) return close(by, unit, lastDay);
        Outcome outcome = act(by, new Subject.OfUnit(unit), lastDay, form);
        return outcome == Outcome.DONE
                ? SeeOther.to(address)
                : page(by, unit, lastDay, form.kind(), code(outcome)).view();
    }

    private ModelAndView close(SystemAdministrator by, CareUnit unit, LocalDate lastDay) {
        if (unit.validFrom() != null && lastDay.isBefore(unit.validFrom()))
            return page(by, unit, lastDay, "close", "before").view();
        if (!leaving.open(by, new Subject.OfUnit(unit), lastDay).isEmpty())
            return page(by, unit, lastDay, "close", "still-open").view();
        directory.change(
                by,
                new CareUnit(
                        unit.id(),
                        unit.careProvider(),
                        unit.name(),
                        unit.hsaId(),
                        unit.phone(),
                        unit.parent(),
                        unit.validFrom(),
                        lastDay),
                units.headOf(unit.id()).map(Units.Head::id).orElse(null));
        return SeeOther.to(UNITS + unit.id() + "?notice=kept");
    }

    @GetMapping(PEOPLE + "{person}/lamnar")
    ModelAndView person(
            SystemAdministrator by,
            @PathVariable("person") String id,
            @RequestParam(name = "dag", defaultValue = "") String day) {
        return page(by, staff(id), day(day), null, null).view();
    }

    @PostMapping(PEOPLE + "{person}/lamnar")
    ModelAndView person(SystemAdministrator by, @PathVariable("person") String id, @ModelAttribute LeavingForm form) {
        Staff staff = staff(id);
        LocalDate lastDay = day(form.day());
        Outcome outcome = act(by, new Subject.OfPerson(staff.id()), lastDay, form);
        return outcome == Outcome.DONE
                ? SeeOther.to(PEOPLE + staff.id() + "/lamnar?dag=" + lastDay)
                : page(by, staff, lastDay, form.kind(), code(outcome)).view();
    }

    private Outcome act(SystemAdministrator by, Subject subject, LocalDate lastDay, LeavingForm form) {
        return switch (form.what()) {
            case HAND_OVER -> leaving.handOver(by, subject, lastDay, form.kind(), form.chosen(), form.to());
            case END -> leaving.end(by, subject, lastDay, form.kind(), form.chosen());
            default -> Outcome.NOTHING_CHOSEN;
        };
    }

    private LeavingPage page(
            SystemAdministrator by, CareUnit unit, LocalDate lastDay, @Nullable String wrong, @Nullable String why) {
        return new LeavingPage(
                UNITS + unit.id() + "/stang",
                UNITS + unit.id(),
                unit.name(),
                true,
                lastDay,
                leaving.open(by, new Subject.OfUnit(unit), lastDay),
                others(by, unit.id()),
                wrong,
                why,
                unit.validTo() != null && !unit.validTo().isAfter(lastDay));
    }

    private LeavingPage page(
            SystemAdministrator by, Staff staff, LocalDate lastDay, @Nullable String wrong, @Nullable String why) {
        List<Leaving.Group> open = leaving.open(by, new Subject.OfPerson(staff.id()), lastDay);
        return new LeavingPage(
                PEOPLE + staff.id() + "/lamnar",
                PEOPLE + staff.id(),
                staff.name(),
                false,
                lastDay,
                open,
                others(by, null),
                wrong,
                why,
                open.isEmpty());
    }

    private List<LeavingPage.Unit> others(SystemAdministrator by, @Nullable CareUnitId but) {
        return organisation.unitsOf(by.careProvider()).stream()
                .filter(unit -> !unit.id().equals(but) && unit.openOn(directory.today()))
                .map(unit -> new LeavingPage.Unit(unit.id().toString(), unit.name()))
                .toList();
    }

    private static String code(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Today, until another day is chosen. */
    private LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? directory.today() : LocalDate.parse(typed);
        } catch (DateTimeException notADay) {
            return directory.today();
        }
    }

    private CareUnit unit(SystemAdministrator by, String id) {
        try {
            return directory.unit(by, CareUnitId.of(id));
        } catch (NotAnIdentifier notAUnit) {
            throw new DirectoryProblem.NoSuchUnit().asException();
        }
    }

    private Staff staff(String id) {
        try {
            return organisation.staff(StaffId.of(id)).orElseThrow(() -> new DirectoryProblem.NoSuchPerson()
                    .asException());
        } catch (NotAnIdentifier nobody) {
            throw new DirectoryProblem.NoSuchPerson().asException();
        }
    }
}
