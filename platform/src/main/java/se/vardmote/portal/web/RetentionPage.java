package se.vardmote.portal.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.retention.PurgeRuns;

/**
 * What is kept how long, and what the purge has done.
 *
 * @param latest null before the first purge
 * @param latestWithContent the latest day on which content went; null when there was none
 */
public record RetentionPage(
        PurgeRuns.@Nullable Day latest, PurgeRuns.@Nullable Day latestWithContent, boolean failing) {

    public ModelAndView view() {
        return new ModelAndView("portal/retention", Map.of("page", this));
    }
}
