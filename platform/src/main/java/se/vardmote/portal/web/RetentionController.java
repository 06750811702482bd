package se.vardmote.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.retention.PurgeRuns;

/** "Så länge sparas det", for everybody who is signed in. */
@Controller
class RetentionController {
    private final PurgeRuns runs;

    RetentionController(PurgeRuns runs) {
        this.runs = runs;
    }

    @GetMapping("/gallring")
    ModelAndView retention() {
        return new RetentionPage(
                        runs.latest().orElse(null), runs.latestWithContent().orElse(null), runs.failing())
                .view();
    }
}
