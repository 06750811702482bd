package se.vardmote.assessment.planned.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where one comes to what is planned: first the patient's identity number is asked for, then all but a press is filled in.
 *
 * @param way a device or a code
 * @param planned when, with whom and what it is called; null for a code, which says nothing before the number is right
 * @param code as typed; empty at a device
 * @param number the identity number as typed
 * @param patient null until the number is right
 * @param errors field name → stable refusal code; texts are {@code arrival.<field>.<code>}
 * @param lockedUntil after too many wrong numbers
 */
public record ArrivalPage(
        Way way,
        @Nullable Planned planned,
        String code,
        String number,
        @Nullable Patient patient,
        Map<String, String> errors,
        @Nullable Instant lockedUntil,
        List<Number> numbers) {

    /** Where those go who have six digits. */
    static final Way BY_CODE = new Way("/bedomningssamtal/kod/person", "/bedomningssamtal/kod/knacka");

    /** After six digits: whether they are right is told with the number only. */
    public static ArrivalPage asked(String code, List<Number> numbers) {
        return new ArrivalPage(BY_CODE, null, code, "", null, Map.of(), null, numbers);
    }

    /** Where the forms go. */
    public record Way(String identify, String knock) {}

    public record Planned(Instant at, String name, String professional, String profession) {}

    /** Whom it is about, and what is filled in of who is there; {@code staffRole} empty for a care worker. */
    public record Patient(
            String name,
            String reason,
            String professional,
            String staffName,
            String staffPhone,
            String staffRole,
            List<String> roles) {}

    /** A unit and its number, E.164. */
    public record Number(String unit, String phone) {}

    /** 200, 422 when something was wrong, 429 when it is locked. */
    public ModelAndView view() {
        var status = lockedUntil != null
                ? HttpStatus.TOO_MANY_REQUESTS
                : errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("assessment/arrival", Map.of("page", this), status);
    }
}
