package se.vardmote.assessment.planned.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * One call that is agreed on, as the professional's unit sees it.
 *
 * @param name what both call it
 * @param identity as shown to people; empty when {@code hidden}
 * @param hidden the patient has protected personal data: name and number are on a page of their own
 * @param purposes names of {@code PlannedCall.Purpose}
 * @param professional with whom it is agreed
 * @param staffRole name of a licensed {@code Profession}; null for a care worker
 * @param homeUnit whose devices show it; null for a code only
 * @param followers how many come after it in its series
 * @param code to read out, or null
 * @param guests who are invited by a link of their own
 * @param date and {@code time} as typed, when another time was refused
 */
public record PlannedCallPage(
        String call,
        String name,
        Instant at,
        String state,
        String reason,
        List<String> purposes,
        String patientName,
        String identity,
        boolean hidden,
        String professional,
        String staffName,
        String staffPhone,
        @Nullable String staffRole,
        String channel,
        @Nullable String homeUnit,
        boolean byCareWorker,
        int followers,
        @Nullable Code code,
        String date,
        String time,
        Map<String, String> errors,
        @Nullable String notice,
        GuestsPart guests) {

    /** Six digits in two groups, and until when they open. */
    public record Code(String code, Instant until) {}

    /** The same, and who is invited. */
    PlannedCallPage with(GuestsPart guests) {
        return new PlannedCallPage(
                call,
                name,
                at,
                state,
                reason,
                purposes,
                patientName,
                identity,
                hidden,
                professional,
                staffName,
                staffPhone,
                staffRole,
                channel,
                homeUnit,
                byCareWorker,
                followers,
                code,
                date,
                time,
                errors,
                notice,
                guests);
    }

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("assessment/planned-call", Map.of("page", this), status);
    }
}
