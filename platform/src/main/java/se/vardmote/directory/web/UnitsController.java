package se.vardmote.directory.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.Directory;
import se.vardmote.directory.DirectoryProblem;
import se.vardmote.directory.leaving.NothingLeft.Loss;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.register.Units;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.NotAnIdentifier;

/** The units of the administrator's care provider: the tree, one of them, and the form. */
@Controller
@RequestMapping(DirectoryPages.UNITS)
class UnitsController {
    private static final int LAST_PAGE = 1_000;
    private final Directory directory;
    private final Units units;
    private final Organisation organisation;
    private final UnitReader reader;

    UnitsController(Directory directory, Units units, Organisation organisation, UnitReader reader) {
        this.directory = directory;
        this.units = units;
        this.organisation = organisation;
        this.reader = reader;
    }

    @GetMapping
    ModelAndView list(
            SystemAdministrator by,
            @RequestParam(name = "sok", defaultValue = "") String search,
            @RequestParam(name = "sida", defaultValue = "1") String number,
            @RequestParam(required = false) @Nullable String notice) {
        int page = page(number);
        Units.Page found = units.list(by.careProvider(), search, directory.today(), page - 1);
        return DirectoryPages.of(
                "units",
                new UnitsPage(
                        careProvider(by),
                        search.strip(),
                        found.lines(),
                        found.total(),
                        page,
                        Math.max(page, (found.total() + Units.ON_A_PAGE - 1) / Units.ON_A_PAGE),
                        directory.today(),
                        DirectoryPages.notice(notice)));
    }

    @GetMapping("/ny")
    ModelAndView blank(SystemAdministrator by) {
        return form(by, null, UnitForm.EMPTY, Map.of());
    }

    @PostMapping
    ModelAndView add(SystemAdministrator by, @ModelAttribute UnitForm form) {
        var reading = reader.read(by, form, null);
        CareUnit unit = reading.unit();
        if (unit == null) return form(by, null, form, reading.errors());
        try {
            directory.add(by, unit, reading.head());
        } catch (DuplicateKeyException taken) {
            return form(by, null, form, Map.of("hsaId", "taken"));
        }
        return SeeOther.to(DirectoryPages.UNITS + "/" + unit.id() + "?notice=added");
    }

    @GetMapping("/{unit}")
    ModelAndView one(
            SystemAdministrator by,
            @PathVariable("unit") String id,
            @RequestParam(required = false) @Nullable String notice) {
        CareUnit unit = directory.unit(by, id(id));
        List<Units.Beside> beside = units.beside(unit.id(), directory.today());
        return DirectoryPages.of(
                "unit",
                new UnitPage(
                        unit,
                        parent(unit),
                        units.headOf(unit.id()).orElse(null),
                        those(beside, Units.Beside.Kind.BELOW),
                        those(beside, Units.Beside.Kind.STAFF),
                        those(beside, Units.Beside.Kind.DEVICE),
                        UnitsPage.state(unit.validFrom(), unit.validTo(), directory.today()),
                        DirectoryPages.notice(notice)));
    }

    @GetMapping("/{unit}/andra")
    ModelAndView changing(SystemAdministrator by, @PathVariable("unit") String id) {
        CareUnit unit = directory.unit(by, id(id));
        String head = units.headOf(unit.id()).map(one -> one.hsaId().value()).orElse(null);
        return form(by, unit.id().toString(), UnitForm.of(unit, parent(unit), head), Map.of());
    }

    @PostMapping("/{unit}")
    ModelAndView change(SystemAdministrator by, @PathVariable("unit") String id, @ModelAttribute UnitForm form) {
        CareUnit before = directory.unit(by, id(id));
        var reading = reader.read(by, form, before);
        CareUnit unit = reading.unit();
        if (unit == null) return form(by, before.id().toString(), form, reading.errors());
        Optional<Loss> loss = directory.closing(by, unit, reading.head());
        if (loss.isPresent()) return form(by, before.id().toString(), form, DirectoryPages.stillOpen(loss.get()));
        directory.change(by, unit, reading.head());
        return SeeOther.to(DirectoryPages.UNITS + "/" + unit.id() + "?notice=kept");
    }

    private ModelAndView form(SystemAdministrator by, @Nullable String id, UnitForm form, Map<String, String> errors) {
        return DirectoryPages.of(
                "unit-form", new UnitFormPage(id, form, units.names(by.careProvider()), errors), errors);
    }

    private static List<Units.Beside> those(List<Units.Beside> beside, Units.Beside.Kind kind) {
        return beside.stream().filter(one -> one.kind() == kind).toList();
    }

    private @Nullable String parent(CareUnit unit) {
        return unit.parent() == null
                ? null
                : organisation.unit(unit.parent()).map(CareUnit::name).orElse(null);
    }

    private String careProvider(SystemAdministrator by) {
        return organisation.provider(by.careProvider()).map(CareProvider::name).orElse("");
    }

    private static int page(String number) {
        return number.matches("[1-9]\\d{0,3}") ? Math.min(LAST_PAGE, Integer.parseInt(number)) : 1;
    }

    private static CareUnitId id(String text) {
        try {
            return CareUnitId.of(text);
        } catch (NotAnIdentifier notAUnit) {
            throw new DirectoryProblem.NoSuchUnit().asException();
        }
    }
}
