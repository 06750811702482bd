package se.vardmote.directory.readiness.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.directory.readiness.Readiness;

/**
 * What each unit lacks.
 *
 * @param lacking units that lack something, those that lack most first
 * @param ready units that lack nothing
 */
public record ReadinessPage(String careProvider, List<Readiness.OfUnit> lacking, List<Readiness.OfUnit> ready) {
    ModelAndView view() {
        return new ModelAndView("directory/readiness", Map.of("page", this));
    }
}
