package se.vardmote.accesslog.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.accesslog.LogReview;

/**
 * "Granska läsningar": the reviews of the head's unit, newest first, and a new one.
 *
 * @param form what was typed: ISO days
 * @param errors field name → refusal code
 */
public record LogReviewsPage(String unit, List<LogReview> reviews, Form form, Map<String, String> errors) {

    public record Form(String from, String to) {}

    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("accesslog/reviews", Map.of("page", this), status);
    }

    /** Everything that is not reviewed yet is offered in weeks that are over. */
    static Form lastWeek(LocalDate today) {
        LocalDate monday = today.with(java.time.DayOfWeek.MONDAY).minusWeeks(1);
        return new Form(monday.toString(), monday.plusDays(6).toString());
    }
}
