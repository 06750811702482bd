package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/**
 * The section {@code #my-calls} of "Min dag", alone for the event stream: calls that the reader has parked, longest first, and
 * calls that a colleague asks them into.
 *
 * @param tooLong how many have waited too long at units that the reader is head of
 */
public record MyCalls(List<Parked> parked, List<Asked> asked, int tooLong) {

    /**
     * @param reason the name of a {@code CallReason}
     * @param ends when it ends by itself unless it is resumed
     */
    public record Parked(String meeting, String reason, String patientName, Instant since, Instant ends) {}

    /**
     * Without the patient's name: whoever is asked has no relation to the call before they are in it.
     *
     * @param by name of the colleague who asks
     * @param unit where the call is held
     * @param reason the name of a {@code CallReason}
     */
    public record Asked(String meeting, String by, String unit, String reason, Instant since, boolean takeOver) {}

    public boolean isEmpty() {
        return parked.isEmpty() && asked.isEmpty() && tooLong == 0;
    }

    boolean hasParked(String meeting) {
        return parked.stream().anyMatch(call -> call.meeting().equals(meeting));
    }

    /** The fragment only, without a frame. */
    public ModelAndView view() {
        return new ModelAndView("assessment/my-calls", Map.of("page", this));
    }
}
