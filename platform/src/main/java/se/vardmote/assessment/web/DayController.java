package se.vardmote.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import se.vardmote.access.DropInCodes;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.KnockVolumes;
import se.vardmote.assessment.Roster;
import se.vardmote.ui.Frames;
import se.vardmote.ui.Language;
import se.vardmote.ui.SeeOther;

/** "Min dag" of the licensed professional. */
@Controller
class DayController {
    private final DayReader day;
    private final DayStreams streams;
    private final Roster roster;
    private final KnockVolumes volumes;
    private final DropInCodes codes;
    private final Frames frames;

    DayController(
            DayReader day, DayStreams streams, Roster roster, KnockVolumes volumes, DropInCodes codes, Frames frames) {
        this.day = day;
        this.streams = streams;
        this.roster = roster;
        this.volumes = volumes;
        this.codes = codes;
        this.frames = frames;
    }

    /** @param event code of something that just happened; carries no name */
    @GetMapping("/min-dag")
    ModelAndView day(StaffMember staff, @RequestParam(name = "hande", defaultValue = "") String event) {
        return day.read(staff, DayReader.Extra.notice(event)).view();
    }

    @GetMapping(path = "/min-dag/handelser", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(StaffMember staff, HttpServletRequest request, Locale locale) {
        return streams.open(staff, frames.of(request), Language.of(locale.getLanguage()));
    }

    /** Who waits, for the page of a call. */
    @GetMapping(path = "/min-dag/knackningar", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter knocks(StaffMember staff, HttpServletRequest request, Locale locale) {
        return streams.openInCall(staff, frames.of(request), Language.of(locale.getLanguage()));
    }

    /** The open page says that it is there, when its stream has asked. */
    @PostMapping("/min-dag/puls")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void there(StaffMember staff) {
        streams.answered(staff);
    }

    @PostMapping("/min-dag/tjanst")
    ModelAndView duty(StaffMember staff, @RequestParam("on") boolean on) {
        if (on) {
            roster.comeOn(staff);
        } else {
            roster.goOff(staff);
        }
        return SeeOther.to("/min-dag");
    }

    @PostMapping("/min-dag/ljud")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void volume(StaffMember staff, @RequestParam("styrka") int volume) {
        volumes.keep(staff.staff(), volume);
    }

    /** The code is shown in the answer itself: it is never in an address, and not kept where it could be read again. */
    @PostMapping("/min-dag/kod")
    ModelAndView code(StaffMember staff) {
        DropInCodes.Issued issued = codes.issue(staff);
        return day.read(staff, DayReader.Extra.code(new DayPage.DropInCode(issued.code(), issued.until())))
                .view();
    }
}
