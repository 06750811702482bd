package se.vardmote.disturbances.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.disturbances.Ranked;
import se.vardmote.disturbances.Step;
import se.vardmote.disturbances.Technique;

/**
 * What disturbs, the most frequent first.
 *
 * @param days of the period
 * @param state name of {@code Step.State}, or empty for all
 * @param page from 1
 * @param more whether there is another page
 */
public record DisturbancesPage(List<Ranked> rows, int days, String state, int page, boolean more) {
    public static final List<Integer> PERIODS = List.of(7, 30, 365);

    public ModelAndView view() {
        return new ModelAndView("disturbances/list", Map.of("page", this));
    }

    /**
     * One disturbance: who has come how far, and the latest reports.
     *
     * @param form what was typed
     */
    public record One(Ranked ranked, List<Step> steps, List<Row> reports, Form form, Map<String, String> errors) {

        /** The step as typed; an absent field is an empty string. */
        public record Form(String state, String remedy) {
            public static final Form EMPTY = new Form("", "");
        }

        /** @param unit its name; null for a stranger */
        public record Row(@Nullable String unit, Technique technique, Instant at) {}

        public ModelAndView view() {
            var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
            return new ModelAndView("disturbances/one", Map.of("page", this), status);
        }
    }
}
