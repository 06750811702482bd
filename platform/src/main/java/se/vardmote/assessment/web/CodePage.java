package se.vardmote.assessment.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a visitor without an enrolled device types the six characters that the professional reads out.
 *
 * @param code as typed
 * @param error null, or a refusal code ({@code code.<code>}, else {@code refusal.<code>})
 * @param numbers units to phone instead
 */
public record CodePage(String code, @Nullable String error, List<UnitNumber> numbers) {

    /** A unit and its number, E.164. */
    public record UnitNumber(String unit, String phone) {}

    /** 200, or 422 when the code was refused. */
    public ModelAndView view() {
        var status = error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("assessment/code", Map.of("page", this), status);
    }
}
