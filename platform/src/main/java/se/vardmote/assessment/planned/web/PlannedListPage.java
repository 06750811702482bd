package se.vardmote.assessment.planned.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is agreed on at the professional's units, earliest first.
 *
 * @param next address of the following page; null on the last
 */
public record PlannedListPage(
        String unit, List<Row> calls, @Nullable String next) {

    /** @param homeUnit null for a code only */
    public record Row(
            String call,
            Instant at,
            String name,
            String reason,
            String patientName,
            String professional,
            @Nullable String homeUnit) {}

    public ModelAndView view() {
        return new ModelAndView("assessment/planned-list", Map.of("page", this));
    }
}
