package se.vardmote.meetingrights.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.StaffMember;
import se.vardmote.access.SystemAdministrator;
import se.vardmote.meetingrights.TakingDaysBack;
import se.vardmote.organisation.meetingright.Temporary;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.MeetingRightId;

/** Where the head, or an administrator, takes back what was given for some days (R0-59). */
@Controller
class DaysBackController {
    private static final String OF_THE_HEAD = UnitController.PAGE + "/tillfallig-ratt/{right}";
    private static final String OF_THE_ADMINISTRATOR = DecideController.PAGE + "/tillfallig/{right}";
    private final TakingDaysBack takingBack;

    DaysBackController(TakingDaysBack takingBack) {
        this.takingBack = takingBack;
    }

    @GetMapping(OF_THE_HEAD)
    ModelAndView form(StaffMember head, @PathVariable String right) {
        return ofTheHead(takingBack.find(head, id(right)), "", Map.of());
    }

    @PostMapping(OF_THE_HEAD)
    ModelAndView end(StaffMember head, @PathVariable String right, @RequestParam(defaultValue = "") String reason) {
        Map<String, String> errors = Views.reasonErrors(reason);
        if (!errors.isEmpty()) return ofTheHead(takingBack.find(head, id(right)), reason, errors);
        takingBack.end(head, id(right), reason.strip());
        return SeeOther.to(UnitController.PAGE + "?sparat=ja");
    }

    @GetMapping(OF_THE_ADMINISTRATOR)
    ModelAndView form(SystemAdministrator by, @PathVariable String right) {
        return ofTheAdministrator(takingBack.find(by, id(right)), "", Map.of());
    }

    @PostMapping(OF_THE_ADMINISTRATOR)
    ModelAndView end(
            SystemAdministrator by, @PathVariable String right, @RequestParam(defaultValue = "") String reason) {
        Map<String, String> errors = Views.reasonErrors(reason);
        if (!errors.isEmpty()) return ofTheAdministrator(takingBack.find(by, id(right)), reason, errors);
        takingBack.end(by, id(right), reason.strip());
        return SeeOther.to(DecideController.GRANTED + "?klart=days-ended");
    }

    private static ModelAndView ofTheHead(Temporary one, String reason, Map<String, String> errors) {
        return new DaysBackPage(
                        UnitController.PAGE,
                        OF_THE_HEAD.replace("{right}", one.id().toString()),
                        one,
                        reason,
                        errors)
                .view();
    }

    private static ModelAndView ofTheAdministrator(Temporary one, String reason, Map<String, String> errors) {
        String address = OF_THE_ADMINISTRATOR.replace("{right}", one.id().toString());
        return new DaysBackPage(DecideController.GRANTED, address, one, reason, errors).view();
    }

    private static UUID id(String right) {
        return MeetingRightId.of(right).value();
    }
}
