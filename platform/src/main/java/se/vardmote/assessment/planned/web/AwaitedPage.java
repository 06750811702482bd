package se.vardmote.assessment.planned.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/** The section {@code #awaited} of "Min dag": those who have a code and have not come yet. */
public record AwaitedPage(List<Row> rows) {

    /** @param code six digits, shown in two groups */
    public record Row(
            String call, String staffName, String staffPhone, String patientName, String code, Instant until) {}

    /** The fragment only, without a frame. */
    public ModelAndView view() {
        return new ModelAndView("assessment/awaited", Map.of("page", this));
    }
}
