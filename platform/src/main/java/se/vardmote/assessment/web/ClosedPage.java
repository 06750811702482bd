package se.vardmote.assessment.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.access.grounds.StatedGround;

/**
 * A person with whom the reader's unit has no call: why it is closed, and what ground would open it. The same page for whoever is
 * known at another unit, at another care provider, and nowhere.
 *
 * @param identity as typed
 * @param elsewhere the reader's other units that have a call with the person
 * @param grounds those that the reader may state
 * @param providers whose data a ground between care providers may open: id → name
 * @param chosen the ground whose conditions are asked for; null while none is chosen
 * @param form as typed
 * @param nothing a ground was stated, and there is no call
 * @param errors field name → refusal code
 */
public record ClosedPage(
        String identity,
        String unit,
        List<String> elsewhere,
        List<AccessGround> grounds,
        Map<String, String> providers,
        @Nullable AccessGround chosen,
        Form form,
        boolean nothing,
        Map<String, String> errors) {

    /**
     * What was typed after a ground was chosen.
     *
     * @param conditions names of {@code AccessGround.Condition} that are ticked
     * @param provider id of a care provider; empty within the own
     */
    public record Form(List<String> conditions, String provider, String reason) {
        static final Form EMPTY = new Form(List.of(), "", "");

        Set<AccessGround.Condition> confirmed() {
            return Arrays.stream(AccessGround.Condition.values())
                    .filter(condition -> conditions.contains(condition.name()))
                    .collect(Collectors.toSet());
        }

        /** What a ground demands besides whose data: field name → refusal code, in the order of the form. */
        Map<String, String> errors(AccessGround ground) {
            Map<String, String> errors = new LinkedHashMap<>();
            if (!confirmed().containsAll(ground.conditions())) errors.put("conditions", "missing");
            String words = reason.strip();
            if (words.isEmpty()) errors.put("reason", "missing");
            if (words.length() > StatedGround.LONGEST_REASON) errors.put("reason", "too-long");
            return errors;
        }

        @Override
        public String toString() {
            return "Form[]";
        }
    }

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("assessment/closed", Map.of("page", this), status);
    }

    @Override
    public String toString() {
        return "ClosedPage[" + chosen + "]";
    }
}
