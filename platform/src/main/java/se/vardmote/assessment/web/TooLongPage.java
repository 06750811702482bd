package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/** Those who have waited too long at units of one head, longest first. */
public record TooLongPage(List<Row> rows) {

    /** @param phone of the unit, E.164 @param reason name of a {@code CallReason} */
    public record Row(String unit, String phone, String reason, Instant since) {}

    public ModelAndView view() {
        return new ModelAndView("assessment/too-long", Map.of("page", this));
    }
}
