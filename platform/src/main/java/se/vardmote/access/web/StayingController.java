package se.vardmote.access.web;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import se.vardmote.access.SignInLeft;

/** Tells a page how long the sign-in lasts, and goes on where somebody is there. */
@Controller
class StayingController {
    /** Asked by the page itself: no sign of anybody. */
    static final String LEFT = "/inloggning/kvar";

    private final SignInLeft signIns;

    StayingController(SignInLeft signIns) {
        this.signIns = signIns;
    }

    /**
     * As a page hears it, in milliseconds.
     *
     * @param who the person and as what they work; empty for nobody
     * @param csrf the token for the forms of this browser now
     */
    record Answer(long left, long notice, boolean mayStay, String who, String csrf) {}

    @GetMapping(LEFT)
    @ResponseBody
    Answer left(CsrfToken formToken) {
        long notice = signIns.notice().toMillis();
        return SignedInParts.session()
                .map(signIns::of)
                .filter(left -> left.left().isPositive())
                .map(left -> new Answer(left.left().toMillis(), notice, left.mayStay(), who(), formToken.getToken()))
                .orElseGet(() -> new Answer(0, notice, false, "", formToken.getToken()));
    }

    /** Being asked for is what keeps it: the request is a sign of somebody. */
    @PostMapping("/inloggning/fortsatt")
    @ResponseBody
    Answer stay(CsrfToken formToken) {
        return left(formToken);
    }

    private static String who() {
        return SignedInParts.person()
                .map(person -> person.staff() + " " + person.role())
                .orElse("");
    }
}
