package se.vardmote.directory.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.directory.Directory;
import se.vardmote.directory.DirectoryProblem;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.organisation.qualifications.Qualification;
import se.vardmote.organisation.qualifications.Qualifications;
import se.vardmote.ui.SeeOther;

/** The form for one part of the training of one of the staff (R2-21). */
@Controller
@RequestMapping(DirectoryPages.PEOPLE + "/{person}/utbildning/{kind}")
class QualificationsController {
    private final Directory directory;
    private final Qualifications qualifications;
    private final Organisation organisation;

    QualificationsController(Directory directory, Qualifications qualifications, Organisation organisation) {
        this.directory = directory;
        this.qualifications = qualifications;
        this.organisation = organisation;
    }

    @GetMapping
    ModelAndView form(SystemAdministrator by, @PathVariable String person, @PathVariable String kind) {
        Staff staff = staff(person);
        Qualification.Kind which = kind(kind);
        Qualification known = qualifications.of(by.careProvider(), staff.id()).stream()
                .filter(one -> one.kind() == which)
                .findFirst()
                .orElseThrow();
        return page(staff, which, QualificationForm.of(known), Map.of());
    }

    @PostMapping
    ModelAndView keep(
            SystemAdministrator by,
            @PathVariable String person,
            @PathVariable String kind,
            @ModelAttribute QualificationForm form) {
        Staff staff = staff(person);
        Qualification.Kind which = kind(kind);
        var reading = new FormReading();
        LocalDate planned = reading.day("plannedFor", form.plannedFor());
        LocalDate completed = reading.day("completedOn", form.completedOn());
        LocalDate expires = reading.day("expiresOn", form.expiresOn());
        var one = new Qualification(which, planned, completed, expires);
        one.faults(directory.today()).forEach(fault -> refuse(reading, fault));
        if (reading.refused()) return page(staff, which, form, reading.errors());
        directory.keep(by, staff.id(), one);
        return SeeOther.to(DirectoryPages.PEOPLE + "/" + staff.id() + "?notice=kept");
    }

    private static void refuse(FormReading reading, Qualification.Fault fault) {
        switch (fault) {
            case COMPLETED_LATER -> reading.refuse("completedOn", "future");
            case NOT_COMPLETED -> reading.refuse("expiresOn", "not-completed");
            case EXPIRES_BEFORE -> reading.refuse("expiresOn", "before");
        }
    }

    private static ModelAndView page(
            Staff staff, Qualification.Kind kind, QualificationForm form, Map<String, String> errors) {
        return DirectoryPages.of(
                "qualification-form",
                new QualificationFormPage(staff.id().toString(), staff.name(), kind.name(), form, errors),
                errors);
    }

    private Staff staff(String person) {
        return organisation.staff(PeopleController.id(person)).orElseThrow(() -> new DirectoryProblem.NoSuchPerson()
                .asException());
    }

    private static Qualification.Kind kind(String name) {
        return Arrays.stream(Qualification.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DirectoryProblem.NoSuchPerson().asException());
    }
}
