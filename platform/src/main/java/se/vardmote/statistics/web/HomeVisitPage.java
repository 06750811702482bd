package se.vardmote.statistics.web;

import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/**
 * The question whether a call replaced a home visit, the thanks, or neither.
 *
 * @param open whether it can be answered
 * @param thanked it has just been answered
 */
public record HomeVisitPage(String duty, boolean open, boolean thanked) {
    public ModelAndView view() {
        return new ModelAndView("statistics/home-visit", Map.of("page", this));
    }
}
