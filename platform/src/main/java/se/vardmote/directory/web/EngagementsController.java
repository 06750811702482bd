package se.vardmote.directory.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.vardmote.organisation.Assignment;
import se.vardmote.organisation.Commission;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.organisation.register.Engagement;
import se.vardmote.organisation.register.Engagements;
import se.vardmote.organisation.register.Units;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.AssignmentId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.StaffId;

/** What one of the staff is commissioned or assigned to do: the form for a new one, and for changing or ending one. */
@Controller
@RequestMapping(DirectoryPages.PEOPLE + "/{person}/uppdrag")
class EngagementsController {
    /** The first is the only one that opens patient data; HSA has others, which may be typed. */
    private static final List<String> PURPOSES =
            List.of(Commission.CARE_AND_TREATMENT, "Administration", "Kvalitetssäkring", "Statistik", "Tillsyn");

    private static final List<String> KINDS =
            Arrays.stream(Assignment.Kind.values()).map(Enum::name).toList();
    private final Directory directory;
    private final Engagements engagements;
    private final Organisation organisation;
    private final Units units;
    private final UnitReader unitReader;

    EngagementsController(
            Directory directory,
            Engagements engagements,
            Organisation organisation,
            Units units,
            UnitReader unitReader) {
        this.directory = directory;
        this.engagements = engagements;
        this.organisation = organisation;
        this.units = units;
        this.unitReader = unitReader;
    }

    @GetMapping("/nytt")
    ModelAndView blank(
            SystemAdministrator by,
            @PathVariable String person,
            @RequestParam(name = "slag", defaultValue = "COMMISSION") String kind) {
        return form(by, staff(person), null, EngagementForm.empty(kind, directory.today()), Map.of());
    }

    @GetMapping("/{engagement}")
    ModelAndView changing(SystemAdministrator by, @PathVariable String person, @PathVariable String engagement) {
        Staff staff = staff(person);
        Engagement one = engagement(by, staff, engagement);
        return form(by, staff, one.id().toString(), EngagementForm.of(one), Map.of());
    }

    @PostMapping
    ModelAndView add(SystemAdministrator by, @PathVariable String person, @ModelAttribute EngagementForm form) {
        return keep(by, staff(person), null, form);
    }

    @PostMapping("/{engagement}")
    ModelAndView change(
            SystemAdministrator by,
            @PathVariable String person,
            @PathVariable String engagement,
            @ModelAttribute EngagementForm form) {
        Staff staff = staff(person);
        return keep(by, staff, engagement(by, staff, engagement), form);
    }

    private ModelAndView keep(SystemAdministrator by, Staff staff, @Nullable Engagement before, EngagementForm typed) {
        EngagementForm form = before == null
                ? typed
                : new EngagementForm(
                        before.kind().name(),
                        Typed.of(before.unitName()),
                        typed.name(),
                        typed.what(),
                        typed.validFrom(),
                        typed.validTo());
        var reading = new FormReading();
        CareUnitId unit = before == null ? unit(by, form, reading) : before.unit();
        String what = what(form, reading);
        String name = form.commission() ? reading.line("name", form.name()) : "";
        LocalDate from = reading.dayNeeded("validFrom", form.validFrom());
        LocalDate to = reading.day("validTo", form.validTo());
        reading.inOrder(from, to);
        if (reading.refused() || what == null || name == null || from == null) {
            String id = before == null ? null : before.id().toString();
            return form(by, staff, id, form, reading.errors());
        }
        UUID id = before == null ? CommissionId.next().value() : before.id();
        Optional<Loss> loss = form.commission()
                ? keep(
                        by,
                        new Commission(new CommissionId(id), staff.id(), by.careProvider(), unit, name, what, from, to))
                : keep(
                        by,
                        new Assignment(
                                new AssignmentId(id),
                                staff.id(),
                                by.careProvider(),
                                Objects.requireNonNull(unit),
                                Assignment.Kind.valueOf(what),
                                from,
                                to));
        if (loss.isPresent()) return form(by, staff, id.toString(), form, DirectoryPages.stillOpen(loss.get()));
        return SeeOther.to(DirectoryPages.PEOPLE + "/" + staff.id() + "?notice=kept");
    }

    /** @return what keeps it from being written; then it is not */
    private Optional<Loss> keep(SystemAdministrator by, Commission commission) {
        Optional<Loss> loss = directory.ending(by, commission);
        if (loss.isEmpty()) directory.keep(by, commission);
        return loss;
    }

    private Optional<Loss> keep(SystemAdministrator by, Assignment assignment) {
        Optional<Loss> loss = directory.ending(by, assignment);
        if (loss.isEmpty()) directory.keep(by, assignment);
        return loss;
    }

    /** A commission may be for the whole care provider. */
    private @Nullable CareUnitId unit(SystemAdministrator by, EngagementForm form, FormReading reading) {
        if (form.unit().isEmpty()) return form.commission() ? null : reading.refused("unit", FormReading.MISSING);
        return unitReader.unit(by, "unit", form.unit(), reading);
    }

    private static @Nullable String what(EngagementForm form, FormReading reading) {
        if (form.commission()) return reading.line("what", form.what());
        return KINDS.contains(form.what()) ? form.what() : reading.refused("what", FormReading.MISSING);
    }

    private ModelAndView form(
            SystemAdministrator by, Staff staff, @Nullable String id, EngagementForm form, Map<String, String> errors) {
        return DirectoryPages.of(
                "engagement-form",
                new EngagementFormPage(
                        staff.id().toString(),
                        staff.name(),
                        id,
                        form,
                        form.commission() ? PURPOSES : KINDS,
                        units.names(by.careProvider()),
                        errors),
                errors);
    }

    private Staff staff(String person) {
        StaffId id = PeopleController.id(person);
        return organisation.staff(id).orElseThrow(() -> new DirectoryProblem.NoSuchPerson().asException());
    }

    private Engagement engagement(SystemAdministrator by, Staff staff, String id) {
        try {
            return engagements
                    .find(
                            by.careProvider(),
                            staff.id(),
                            directory.today(),
                            CommissionId.of(id).value())
                    .orElseThrow(() -> new DirectoryProblem.NoSuchPerson().asException());
        } catch (IllegalArgumentException notAnId) {
            throw new DirectoryProblem.NoSuchPerson().asException();
        }
    }
}
