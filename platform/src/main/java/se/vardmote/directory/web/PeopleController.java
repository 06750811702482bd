package se.vardmote.directory.web;

import java.util.Arrays;
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
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.register.People;
import se.vardmote.organisation.register.Person;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.NotAnIdentifier;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.StaffId;

/** The staff: the list, what somebody searches for, one person and the form. No name ever stands in an address. */
@Controller
@RequestMapping(DirectoryPages.PEOPLE)
class PeopleController {
    private static final List<String> PROFESSIONS =
            Arrays.stream(Profession.values()).map(Enum::name).toList();
    private final Directory directory;
    private final PeopleReader reader;

    PeopleController(Directory directory, PeopleReader reader) {
        this.directory = directory;
        this.reader = reader;
    }

    @GetMapping
    ModelAndView list(
            SystemAdministrator by,
            @RequestParam(name = "enhet", required = false) @Nullable String unit,
            @RequestParam(name = "efter", required = false) @Nullable String after) {
        CareUnit at = unit == null ? null : directory.unit(by, unitId(unit));
        return DirectoryPages.of("people", reader.list(by, at, after == null ? null : id(after)));
    }

    @PostMapping("/sok")
    ModelAndView search(
            SystemAdministrator by,
            @RequestParam(name = "sok", defaultValue = "") String search,
            @RequestParam(name = "efter", required = false) @Nullable String after) {
        return DirectoryPages.of("people", reader.search(by, search, after == null ? null : id(after)));
    }

    /** Where somebody comes who reloads an answer to a form, or reads it in the other language. */
    @GetMapping("/sok")
    ModelAndView searchedBefore(SystemAdministrator by) {
        return SeeOther.to(DirectoryPages.PEOPLE);
    }

    /** The same for the forms of one person. */
    @GetMapping({"/{person}/namn", "/{person}/uppdrag", "/{person}/skydd"})
    ModelAndView changedBefore(SystemAdministrator by, @PathVariable String person) {
        return SeeOther.to(DirectoryPages.PEOPLE + "/" + id(person));
    }

    @GetMapping("/ny")
    ModelAndView blank(SystemAdministrator by) {
        return form(null, PersonForm.EMPTY, Map.of());
    }

    @PostMapping
    ModelAndView add(SystemAdministrator by, @ModelAttribute PersonForm form) {
        var reading = PersonReader.read(by, form, null);
        Person person = reading.person();
        if (person == null) return form(null, form, reading.errors());
        try {
            directory.add(by, person);
        } catch (DuplicateKeyException taken) {
            return form(null, form, Map.of("hsaId", "taken"));
        }
        return done(person.id(), "added");
    }

    @GetMapping("/{person}")
    ModelAndView one(
            SystemAdministrator by,
            @PathVariable String person,
            @RequestParam(required = false) @Nullable String notice) {
        return DirectoryPages.of("person", reader.one(by, id(person), false, DirectoryPages.notice(notice)));
    }

    /** The same with the name of somebody with protected identity; that it was read is on record. */
    @PostMapping("/{person}/namn")
    ModelAndView name(SystemAdministrator by, @PathVariable String person) {
        return DirectoryPages.of("person", reader.one(by, id(person), true, null));
    }

    @GetMapping("/{person}/andra")
    ModelAndView changing(SystemAdministrator by, @PathVariable String person) {
        Person known = own(by, person);
        if (known.protectedIdentity()) directory.readProtected(by, known);
        return form(known.id().toString(), PersonForm.of(known), Map.of());
    }

    @PostMapping("/{person}")
    ModelAndView change(SystemAdministrator by, @PathVariable String person, @ModelAttribute PersonForm form) {
        Person before = own(by, person);
        var reading = PersonReader.read(by, form, before);
        if (reading.person() == null) return form(before.id().toString(), form, reading.errors());
        if (!directory.mayBecome(by, reading.person()))
            return form(before.id().toString(), form, Map.of("licensed", "still-open"));
        directory.change(by, reading.person());
        return done(before.id(), "kept");
    }

    /** @param what {@code skydda}, {@code be-om}, {@code bekrafta} or {@code behall} */
    @PostMapping("/{person}/skydd")
    ModelAndView protection(
            SystemAdministrator by,
            @PathVariable String person,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String why) {
        StaffId id = id(person);
        String refusal = what.equals("be-om") ? refusal(why.strip()) : null;
        if (refusal != null) {
            Map<String, String> errors = Map.of("why", refusal);
            return DirectoryPages.of("person", reader.refused(by, id, why, errors), errors);
        }
        return done(
                id,
                switch (what) {
                    case "skydda" -> {
                        directory.protect(by, id);
                        yield "protected";
                    }
                    case "be-om" -> directory.askToUnprotect(by, id, why.strip()) ? "asked" : "not-asked";
                    case "bekrafta" -> directory.unprotect(by, id) ? "unprotected" : "same-person";
                    default -> {
                        directory.keepProtected(by, id);
                        yield "still-protected";
                    }
                });
    }

    private static @Nullable String refusal(String why) {
        if (why.isEmpty()) return "missing";
        return why.length() > People.Asked.LONGEST_WHY ? "too-long" : null;
    }

    private Person own(SystemAdministrator by, String person) {
        return Optional.of(directory.person(id(person)))
                .filter(one -> directory.keeps(by, one))
                .orElseThrow(() -> new DirectoryProblem.NoSuchPerson().asException());
    }

    private static ModelAndView form(@Nullable String id, PersonForm form, Map<String, String> errors) {
        return DirectoryPages.of("person-form", new PersonFormPage(id, form, PROFESSIONS, errors), errors);
    }

    private static ModelAndView done(StaffId person, String notice) {
        return SeeOther.to(DirectoryPages.PEOPLE + "/" + person + "?notice=" + notice);
    }

    static StaffId id(String text) {
        try {
            return StaffId.of(text);
        } catch (NotAnIdentifier nobody) {
            throw new DirectoryProblem.NoSuchPerson().asException();
        }
    }

    private static CareUnitId unitId(String text) {
        try {
            return CareUnitId.of(text);
        } catch (NotAnIdentifier notAUnit) {
            throw new DirectoryProblem.NoSuchUnit().asException();
        }
    }
}
