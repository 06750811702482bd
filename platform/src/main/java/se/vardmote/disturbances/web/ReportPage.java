package se.vardmote.disturbances.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.ui.StartPage.UnitNumber;

/**
 * "Något fungerar inte".
 *
 * @param seen what the page that led here knows
 * @param known kind → what helps against it, here and now
 * @param numbers whom to ring
 * @param errors field name → refusal code
 */
public record ReportPage(Seen seen, Map<String, String> known, List<UnitNumber> numbers, Map<String, String> errors) {

    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("disturbances/report", Map.of("page", this), status);
    }

    /**
     * After the report.
     *
     * @param kind name of {@code Disturbance.Kind}
     * @param remedy what an administrator has found to help, or null
     */
    public record Thanks(String kind, @Nullable String remedy, List<UnitNumber> numbers) {
        public ModelAndView view() {
            return new ModelAndView("disturbances/thanks", Map.of("page", this));
        }
    }
}
