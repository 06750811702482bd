package se.vardmote.assessment.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.CareAccess;
import se.vardmote.access.StaffMember;
import se.vardmote.access.Tickets;
import se.vardmote.assessment.Answering;
import se.vardmote.assessment.AssessmentProblem;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.SuitabilityJudgement;
import se.vardmote.assessment.WordsToTheWaiting;
import se.vardmote.platform.ProblemException;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.MeetingId;

/** What the professional answers somebody who waits. */
@Controller
class JudgementController {
    private static final int LONGEST_WORDS = 500;
    private final CareAccess care;
    private final Answering answering;
    private final SuitabilityJudgement judgement;
    private final WordsToTheWaiting words;
    private final Tickets tickets;
    private final DayReader day;

    JudgementController(
            CareAccess care,
            Answering answering,
            SuitabilityJudgement judgement,
            WordsToTheWaiting words,
            Tickets tickets,
            DayReader day) {
        this.care = care;
        this.answering = answering;
        this.judgement = judgement;
        this.words = words;
        this.tickets = tickets;
        this.day = day;
    }

    /** The judgement as sent; absent fields are empty. */
    record JudgementForm(String informed, String informedWhy, String reasonCode, String message, String text) {
        JudgementForm {
            informed = informed == null ? "" : informed;
            informedWhy = informedWhy == null ? "" : informedWhy.strip();
            reasonCode = reasonCode == null ? "" : reasonCode;
            message = message == null ? "" : message.strip();
            text = text == null ? "" : text.strip();
        }
    }

    /** The way into the room for a page that stays where it is. */
    record Admitted(String meeting, String ticket) {}

    @PostMapping(path = "/vantande/{dropIn}/slapp-in", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView admit(StaffMember staff, @PathVariable("dropIn") String id, @ModelAttribute JudgementForm form) {
        DropInId dropIn = DropInId.of(id);
        StaffMember acting = acting(staff, dropIn);
        Map<String, String> errors = admissionErrors(form);
        if (!errors.isEmpty()) return again(staff, dropIn, "slapp-in", form, errors);
        try {
            return SeeOther.to("/samtal/" + judgement.admit(acting, dropIn, informed(form)));
        } catch (ProblemException e) {
            return told(staff, e);
        }
    }

    @PostMapping(path = "/vantande/{dropIn}/slapp-in", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Admitted admitInPlace(StaffMember staff, @PathVariable("dropIn") String id, @ModelAttribute JudgementForm form) {
        DropInId dropIn = DropInId.of(id);
        StaffMember acting = acting(staff, dropIn);
        Map<String, String> errors = admissionErrors(form);
        if (!errors.isEmpty()) throw new AssessmentProblem.JudgementIncomplete(errors).asException();
        MeetingId meeting = judgement.admit(acting, dropIn, informed(form));
        return new Admitted(meeting.toString(), tickets.issue(staff, meeting));
    }

    @PostMapping("/vantande/{dropIn}/hembesok")
    ModelAndView homeVisit(StaffMember staff, @PathVariable("dropIn") String id, @ModelAttribute JudgementForm form) {
        DropInId dropIn = DropInId.of(id);
        StaffMember acting = acting(staff, dropIn);
        return turnAway(acting, dropIn, "hembesok", DropIn.Outcome.HOME_VISIT, WaitingList.HOME_VISIT_REASONS, form);
    }

    @PostMapping("/vantande/{dropIn}/annat-satt")
    ModelAndView otherWay(StaffMember staff, @PathVariable("dropIn") String id, @ModelAttribute JudgementForm form) {
        DropInId dropIn = DropInId.of(id);
        StaffMember acting = acting(staff, dropIn);
        return turnAway(acting, dropIn, "annat-satt", DropIn.Outcome.OTHER_WAY, WaitingList.OTHER_WAY_REASONS, form);
    }

    @PostMapping("/vantande/{dropIn}/text")
    ModelAndView text(StaffMember staff, @PathVariable("dropIn") String id, @ModelAttribute JudgementForm form) {
        DropInId dropIn = DropInId.of(id);
        StaffMember acting = acting(staff, dropIn);
        Map<String, String> errors = new LinkedHashMap<>();
        if (form.text().isEmpty()) errors.put("text", "missing");
        if (form.text().length() > LONGEST_WORDS) errors.put("text", "too-long");
        if (!errors.isEmpty()) return again(staff, dropIn, "text", form, errors);
        try {
            words.say(acting, dropIn, form.text());
            return SeeOther.to("/min-dag?hande=text-sent");
        } catch (ProblemException e) {
            return told(staff, e);
        }
    }

    /** In the commission that holds for who waits, or waited; an attempt at anybody else is on record. */
    private StaffMember acting(StaffMember staff, DropInId dropIn) {
        StaffMember acting = answering.under(staff, dropIn);
        care.require(acting, "drop-in", dropIn);
        return acting;
    }

    private ModelAndView turnAway(
            StaffMember staff,
            DropInId dropIn,
            String action,
            DropIn.Outcome outcome,
            List<String> reasons,
            JudgementForm form) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!reasons.contains(form.reasonCode())) errors.put("reasonCode", "missing");
        if (form.message().isEmpty()) errors.put("message", "missing");
        if (form.message().length() > LONGEST_WORDS) errors.put("message", "too-long");
        if (!errors.isEmpty()) return again(staff, dropIn, action, form, errors);
        try {
            judgement.turnAway(
                    staff, dropIn, new SuitabilityJudgement.Instead(outcome, form.reasonCode(), form.message()));
            return SeeOther.to("/min-dag?hande=refused");
        } catch (ProblemException e) {
            return told(staff, e);
        }
    }

    private static Map<String, String> admissionErrors(JudgementForm form) {
        Map<String, String> errors = new LinkedHashMap<>();
        boolean couldNot = form.informed().equals("could-not");
        if (!couldNot && !form.informed().equals("yes")) errors.put("informed", "missing");
        if (couldNot && form.informedWhy().isEmpty()) errors.put("informedWhy", "missing");
        if (form.informedWhy().length() > LONGEST_WORDS) errors.put("informedWhy", "too-long");
        return errors;
    }

    private static SuitabilityJudgement.PatientInformed informed(JudgementForm form) {
        boolean couldNot = form.informed().equals("could-not");
        return new SuitabilityJudgement.PatientInformed(
                couldNot ? DropIn.Informed.COULD_NOT : DropIn.Informed.YES, couldNot ? form.informedWhy() : "");
    }

    /** The day again, with what was typed and what is missing at its row. */
    private ModelAndView again(
            StaffMember staff, DropInId dropIn, String action, JudgementForm form, Map<String, String> errors) {
        var typed = new WaitingRow.Judgement(
                action,
                form.informed(),
                form.informedWhy(),
                form.reasonCode(),
                action.equals("text") ? form.text() : form.message(),
                errors);
        return day.read(staff, DayReader.Extra.judgement(dropIn.toString(), typed))
                .view(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Somebody was first, or the one who waited has gone: the day says so. */
    private ModelAndView told(StaffMember staff, ProblemException e) {
        return switch (e.problem()) {
            case AssessmentProblem.AlreadyJudged(String by) ->
                day.read(staff, DayReader.Extra.notice("taken", by)).view(HttpStatus.CONFLICT);
            case AssessmentProblem.StoppedWaiting gone ->
                day.read(staff, DayReader.Extra.notice("gone")).view(HttpStatus.CONFLICT);
            default -> throw e;
        };
    }
}
