package se.vardmote.portal;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The planned stops alone: an open page asks for them now and then. */
@Controller
class StopsController {
    @GetMapping("/driftmeddelande")
    ModelAndView stops() {
        return new ModelAndView("ui/stops", Map.of());
    }
}
