package se.vardmote.meetingrights.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.organisation.qualifications.Qualification;

/**
 * Where the head gives somebody the right to digital meetings for some days.
 *
 * @param refusal name of {@code UnitOfTheHead.Refusal}, or null when it may be given
 * @param latest the last day that may be typed
 * @param errors field name → refusal code
 */
public record SomeDaysPage(
        String person,
        String name,
        List<Qualification> training,
        @Nullable String refusal,
        LocalDate today,
        LocalDate latest,
        String lastDay,
        String reason,
        Map<String, String> errors) {

    ModelAndView view() {
        return Views.of("some-days", this, errors);
    }
}
