package se.vardmote.assessment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The administrator's list of content that is held beyond its time. Names no patient.
 *
 * @param notice null, or what just happened ({@code holds.notice.<code>}): {@code lifted}
 */
public record HoldsPage(
        String careProvider, List<Row> holds, @Nullable String notice) {

    /** @param callAt null when the call is not an assessment call */
    public record Row(
            String hold,
            @Nullable Instant callAt,
            @Nullable String unit,
            String reason,
            Instant placedAt,
            String placedBy,
            LocalDate lastDay) {}

    public ModelAndView view() {
        return new ModelAndView("assessment/holds", Map.of("page", this));
    }
}
