package se.vardmote.statistics.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.CareAccess;
import se.vardmote.access.StaffMember;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.statistics.Questions;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.DutyId;

/** "Ersatte samtalet ett hembesök?", asked beside the note (R0-7). Shows and keeps nothing about the patient. */
@Controller
@RequestMapping("/anteckning/{duty}/hembesok")
class HomeVisitController {
    private final CareAccess care;
    private final Duties duties;
    private final Questions questions;

    HomeVisitController(CareAccess care, Duties duties, Questions questions) {
        this.care = care;
        this.duties = duties;
        this.questions = questions;
    }

    @GetMapping
    ModelAndView question(
            StaffMember staff,
            @PathVariable("duty") String id,
            @RequestParam(name = "tack", defaultValue = "") String thanked) {
        Duty duty = theirs(staff, id);
        return new HomeVisitPage(
                        duty.id().toString(), questions.asksOfHomeVisit(duty.conversation()), thanked.equals("ja"))
                .view();
    }

    @PostMapping
    ModelAndView answer(
            StaffMember staff, @PathVariable("duty") String id, @RequestParam(defaultValue = "") String replaced) {
        Duty duty = theirs(staff, id);
        if (replaced.equals("yes") || replaced.equals("no"))
            questions.replacedHomeVisit(duty.conversation(), replaced.equals("yes"));
        return SeeOther.to("/anteckning/" + duty.id() + "/hembesok?tack=ja");
    }

    private Duty theirs(StaffMember staff, String id) {
        DutyId duty = DutyId.of(id);
        var relation = care.require(staff, "note", duty);
        return duties.find(relation.careProvider(), duty).orElseThrow();
    }
}
