package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/**
 * The section {@code #waiting} of "Min dag", alone for the event stream. Rows stay where they are: most urgent first, then oldest.
 *
 * @param onDuty off duty shows who waits, but says that no sound will come
 * @param failed the list could not be read: the page says so and keeps the phone as the way
 * @param homeVisitReasons codes; texts are {@code judgement.home-visit.<code>}
 * @param otherWayReasons codes; texts are {@code judgement.other-way.<code>}
 */
public record WaitingList(
        boolean onDuty,
        boolean failed,
        List<WaitingRow> rows,
        List<String> homeVisitReasons,
        List<String> otherWayReasons,
        Instant now) {

    /** Every reason code that has a text in the message files, in the order to show. */
    public static final List<String> HOME_VISIT_REASONS =
            List.of("needs-examination", "needs-treatment", "patient-wishes", "cannot-see-enough", "unsafe", "other");

    /** As above, for another way than a visit or a video call. */
    public static final List<String> OTHER_WAY_REASONS =
            List.of("phone-is-enough", "planned-later", "other-profession", "health-centre", "emergency-112", "other");

    /** The fragment only, without a frame. */
    public ModelAndView view() {
        return new ModelAndView("assessment/waiting", Map.of("page", this));
    }
}
