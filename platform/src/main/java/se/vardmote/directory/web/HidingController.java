package se.vardmote.directory.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.Actors;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.SignedInPerson;
import se.vardmote.access.StaffMember;
import se.vardmote.directory.HidingNames;
import se.vardmote.organisation.Staff;
import se.vardmote.platform.ProblemException;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.StaffId;

/** Somebody with protected identity hides their own name, whatever they work as; a head that of one at the unit. */
@Controller
class HidingController {
    private static final String OWN = "/skyddad-identitet";
    private static final String AT_UNIT = "/enheten/{person}/skydd";
    private final HidingNames hiding;

    HidingController(HidingNames hiding) {
        this.hiding = hiding;
    }

    @GetMapping(OWN)
    ModelAndView own() {
        StaffId own = Actors.current()
                .flatMap(Actors::person)
                .map(SignedInPerson::staff)
                .orElseThrow(HidingController::nobody);
        return DirectoryPages.of("hiding", new HidingPage(OWN, "/inloggningar", null, hiding.hidden(own)));
    }

    @PostMapping(OWN)
    ModelAndView hideOwn() {
        hiding.own(Actors.current().flatMap(AuditedActor::of).orElseThrow(HidingController::nobody));
        return SeeOther.to(OWN);
    }

    @GetMapping(AT_UNIT)
    ModelAndView one(StaffMember head, @PathVariable String person) {
        Staff staff = hiding.atUnit(head, PeopleController.id(person));
        return DirectoryPages.of(
                "hiding",
                new HidingPage(
                        "/enheten/" + staff.id() + "/skydd", "/enheten", staff.name(), hiding.hidden(staff.id())));
    }

    @PostMapping(AT_UNIT)
    ModelAndView hide(StaffMember head, @PathVariable String person) {
        hiding.of(head, PeopleController.id(person));
        return SeeOther.to("/enheten?sparat=ja");
    }

    private static ProblemException nobody() {
        return new ProblemException(new AccessProblem.SignInNeeded());
    }
}
