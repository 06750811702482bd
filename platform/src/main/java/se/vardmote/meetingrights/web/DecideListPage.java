package se.vardmote.meetingrights.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.meetingrights.RightDecisions.Listed;
import se.vardmote.organisation.meetingright.Temporary;

/**
 * Applications of the care provider, those that wait or those that are granted; each leads to {@code
 * /admin/ratt-till-moten/{application}}.
 *
 * @param granted those that are granted; else those that wait
 * @param temporary what heads of units have given that holds today; with the granted only
 * @param asked the right has to be applied for today; else the page says that it has not been decided
 * @param next address of the next page, or null
 * @param done what just happened: {@code granted}, {@code rejected}, {@code revoked}, {@code days-ended}, or null
 */
public record DecideListPage(
        boolean granted,
        List<Listed.Line> lines,
        List<Temporary> temporary,
        LocalDate today,
        boolean asked,
        @Nullable String next,
        @Nullable String done) {

    ModelAndView view() {
        return Views.of("decide-list", this, Map.of());
    }
}
