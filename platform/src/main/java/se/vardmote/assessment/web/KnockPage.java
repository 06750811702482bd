package se.vardmote.assessment.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * The knock form.
 *
 * @param fromUnit the unit of the enrolled device, or null for a visitor with a code
 * @param device name of the enrolled device, or null
 * @param receivingUnit who will see the knock
 * @param receivingPhone E.164, the way by phone when anything fails
 * @param reasons names of {@code CallReason}, in the order to show; texts are {@code reason.<name>}
 * @param colleagues whom the care worker may have agreed with, those on duty first
 * @param errors field name → stable refusal code; texts are {@code knock.<field>.<code>}, else {@code refusal.<code>}
 * @param restored the values come from a draft: the page says that nothing was lost
 */
public record KnockPage(
        @Nullable String fromUnit,
        @Nullable String device,
        String receivingUnit,
        String receivingPhone,
        KnockForm form,
        List<String> reasons,
        List<Colleague> colleagues,
        Map<String, String> errors,
        boolean restored) {

    /** A licensed colleague: staff id, name, name of {@code Profession}. */
    public record Colleague(String staff, String name, String profession, boolean onDuty) {}

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("assessment/knock", Map.of("page", this), status);
    }
}
