package se.vardmote.assessment.planned.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a call is planned, or started at once.
 *
 * @param unit of the professional, or of the device
 * @param device its name; null for the professional
 * @param homeUnits whose devices may show it, for the professional to choose
 * @param professionals with whom it is agreed, for the care worker to choose
 * @param reasons names of {@code CallReason}
 * @param errors field name → stable refusal code; texts are {@code plan.<field>.<code>}, else {@code refusal.<code>}
 */
public record PlanPage(
        PlanKind kind,
        String unit,
        @Nullable String device,
        PlanForm form,
        List<Option> homeUnits,
        List<Option> professionals,
        List<String> reasons,
        List<String> roles,
        Map<String, String> errors) {

    /** @param detail the name of a {@code Profession}, or null */
    public record Option(
            String value, String name, @Nullable String detail) {}

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("assessment/plan", Map.of("page", this), status);
    }
}
