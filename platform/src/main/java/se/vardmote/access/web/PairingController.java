package se.vardmote.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import se.vardmote.access.HostCookie;
import se.vardmote.access.Token;
import se.vardmote.access.enrolment.Claim;
import se.vardmote.access.enrolment.Enrolment;
import se.vardmote.access.enrolment.Enrolment.Typed;
import se.vardmote.vocabulary.Parsed;

/** The device's side of pairing: type the code, compare the words, wait. */
@Controller
class PairingController {
    private static final String PAGE = "/para-ihop";
    private final Enrolment enrolment;

    PairingController(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    @GetMapping(PAGE)
    ModelAndView wait(
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Claim> claim = HostCookie.PAIRING.in(request).flatMap(enrolment::claimOf);
        if (claim.isEmpty()) return part == null ? PairingPage.typeTheCode().view() : go(PAGE, part, response);
        Optional<Token> token = enrolment.complete(claim.get());
        if (token.isPresent()) {
            HostCookie.DEVICE.give(response, token.get(), HostCookie.LONGEST);
            HostCookie.PAIRING.remove(response);
            return go("/", part, response);
        }
        return part == null ? compare(claim.get()) : nothingNew();
    }

    @PostMapping(PAGE)
    ModelAndView type(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return switch (enrolment.type(code, request.getRemoteAddr())) {
            case Parsed.Refused<Typed>(String reason) ->
                PairingPage.refused(code, reason).view();
            case Parsed.Valid<Typed>(Typed typed) -> {
                HostCookie.PAIRING.give(response, typed.token(), Enrolment.PATIENCE);
                yield SeeOther.to(PAGE);
            }
        };
    }

    private ModelAndView compare(Claim claim) {
        return PairingPage.compare(enrolment.nameOf(claim), claim.words()).view();
    }

    /** The page asks with htmx, which follows a header of its own; without script it is a redirect. */
    private static ModelAndView go(String where, @Nullable String part, HttpServletResponse response) {
        if (part == null) return SeeOther.to(where);
        response.setHeader("HX-Redirect", where);
        return nothingNew();
    }

    private static ModelAndView nothingNew() {
        View empty = (model, request, response) -> response.setStatus(HttpStatus.NO_CONTENT.value());
        return new ModelAndView(empty);
    }
}
