package se.vardmote.accesslog.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.accesslog.LogReview;

/**
 * One review: what each rule picked out, and what the head came to.
 *
 * @param form what was typed
 * @param errors field name → refusal code
 */
public record LogReviewPage(String unit, LogReview review, List<Group> groups, Form form, Map<String, String> errors) {

    /** The conclusion as typed; an absent field is an empty string. */
    public record Form(String outcome, String words) {
        public static final Form EMPTY = new Form("", "");

        @Override
        public String toString() {
            return "Form[]";
        }
    }

    /**
     * What one rule picked.
     *
     * @param rule name of {@code Rule}
     * @param found how many it found in all
     */
    public record Group(String rule, int found, List<Row> rows) {}

    /**
     * A reading, without what was read.
     *
     * @param patient null where it is about none, or about a patient of another care provider
     * @param kind the audit log's word for the kind of thing
     * @param activity name of {@code Activity}
     * @param ground the audit log's word; null where there is none
     * @param reason of whoever stated the ground, in their words; null where none was stated
     * @param last when the last of {@code times} alike was
     * @param patients how many were opened in a short time; null unless that is why
     */
    public record Row(
            String who,
            @Nullable String patient,
            boolean ofAnother,
            String kind,
            String activity,
            boolean inAList,
            @Nullable String ground,
            @Nullable String reason,
            Instant at,
            Instant last,
            int times,
            @Nullable Integer patients) {
        @Override
        public String toString() {
            return "Row[]";
        }
    }

    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("accesslog/review", Map.of("page", this), status);
    }
}
