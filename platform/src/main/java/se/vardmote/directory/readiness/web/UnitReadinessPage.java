package se.vardmote.directory.readiness.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.directory.readiness.Readiness;

/**
 * What one unit lacks, and what it has.
 *
 * @param ready words of the rules that it fulfils
 */
public record UnitReadinessPage(Readiness.OfUnit unit, List<String> ready) {
    ModelAndView view() {
        return new ModelAndView("directory/unit-readiness", Map.of("page", this));
    }
}
