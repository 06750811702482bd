package se.vardmote.assessment.web;

import java.time.Instant;
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
 * @param numbers units to ring instead; those who answer now, at an hour without receiver those who answer at some time
 * @param choices whom to reach, when that decides who answers; one when the others do not answer now; else empty
 * @param nobody nobody answers now: no form, only numbers, and what was typed is kept
 * @param reasons names of {@code CallReason}, in the order to show; texts are {@code reason.<name>}
 * @param colleagues whom the care worker may have agreed with, those on duty first
 * @param roles names of the licensed professions that whoever knocks may have
 * @param errors field name → stable refusal code; texts are {@code knock.<field>.<code>}, else {@code refusal.<code>}
 * @param restored the values come from a draft: the page says that nothing was lost
 */
public record KnockPage(
        @Nullable String fromUnit,
        @Nullable String device,
        List<UnitNumber> numbers,
        List<Choice> choices,
        @Nullable Nobody nobody,
        KnockForm form,
        List<String> reasons,
        List<Colleague> colleagues,
        List<String> roles,
        Map<String, String> errors,
        boolean restored) {

    /** A unit and its number, E.164. */
    public record UnitNumber(String unit, String phone) {}

    /** Somebody to reach: name of {@code Profession} or {@code ANYBODY}, and the unit that answers. */
    public record Choice(String wanted, String unit) {}

    /**
     * An hour without receiver.
     *
     * @param answersAgain when somebody answers again, if that is known
     * @param kept something has been typed and is kept
     * @param routine what the unit has decided to do instead (R2-78), in its own words; empty when it has written nothing
     */
    public record Nobody(@Nullable Instant answersAgain, boolean kept, String routine) {}

    /** A licensed colleague: staff id, name, name of {@code Profession}. */
    public record Colleague(String staff, String name, String profession, boolean onDuty) {}

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        if (nobody != null) return new ModelAndView("assessment/nobody", Map.of("page", this));
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("assessment/knock", Map.of("page", this), status);
    }
}
