package se.vardmote.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import se.vardmote.access.CallCodes;
import se.vardmote.access.DropInCodes;
import se.vardmote.access.HostCookie;
import se.vardmote.access.Token;
import se.vardmote.assessment.Doors;
import se.vardmote.assessment.planned.web.ArrivalPage;
import se.vardmote.vocabulary.Parsed;

/** The way in for one without an enrolled device: a code that a professional reads out, or a number to ring. */
@Controller
class CodeController {
    private final DropInCodes codes;
    private final Doors doors;

    CodeController(DropInCodes codes, Doors doors) {
        this.codes = codes;
        this.doors = doors;
    }

    @GetMapping("/bedomningssamtal/kod")
    ModelAndView ask() {
        return page("", null);
    }

    @PostMapping("/bedomningssamtal/kod")
    ModelAndView typed(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        if (CallCodes.looksLike(code))
            return ArrivalPage.asked(code, callNumbers()).view();
        return switch (codes.redeem(code, request.getRemoteAddr())) {
            case Parsed.Refused<Token>(String reason) -> page(code, reason);
            case Parsed.Valid<Token>(Token invitation) -> {
                HostCookie.INVITATION.give(response, invitation, DropInCodes.INVITATION);
                var form = new RedirectView("/bedomningssamtal");
                form.setStatusCode(HttpStatus.SEE_OTHER);
                yield new ModelAndView(form);
            }
        };
    }

    private List<ArrivalPage.Number> callNumbers() {
        return doors.receivers().stream()
                .map(unit ->
                        new ArrivalPage.Number(unit.name(), unit.numberToRing().e164()))
                .toList();
    }

    private ModelAndView page(String code, @Nullable String error) {
        List<CodePage.UnitNumber> numbers = doors.receivers().stream()
                .map(unit ->
                        new CodePage.UnitNumber(unit.name(), unit.numberToRing().e164()))
                .toList();
        return new CodePage(code, error, numbers).view();
    }
}
