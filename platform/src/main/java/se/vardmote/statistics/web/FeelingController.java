package se.vardmote.statistics.web;

import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.Token;
import se.vardmote.statistics.Feeling;
import se.vardmote.statistics.Questions;
import se.vardmote.ui.GoodbyePage;
import se.vardmote.ui.SeeOther;

/** One press on the goodbye page (R0-8). */
@Controller
class FeelingController {
    private final Questions questions;

    FeelingController(Questions questions) {
        this.questions = questions;
    }

    /** Thanks for whatever was pressed: whoever presses twice has answered too. */
    @PostMapping("/hej-da/hur-gick-det")
    ModelAndView answer(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String went,
            @RequestParam(defaultValue = "") String why) {
        Token.parse(token).ifPresent(known -> Arrays.stream(Feeling.values())
                .filter(feeling -> feeling.name().equals(went))
                .findFirst()
                .ifPresent(feeling -> questions.went(known, feeling)));
        return SeeOther.to("/hej-da?varfor=" + (GoodbyePage.REASONS.contains(why) ? why : "ended") + "&tack=ja");
    }
}
