package se.vardmote.meetingrights.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.meetingrights.Applying;

/**
 * How it stands with one's own right to hold digital meetings, and applying for it with {@code POST /ratt-till-moten}.
 *
 * @param commission name of the one at hand, and {@code unit} where: what is applied with
 * @param notes what is left to document, whatever became of the right
 * @param suitable names of {@code CallReason} that suit at the unit; empty when nobody has said
 * @param errors field name → refusal code
 */
public record ApplyPage(
        String commission,
        String unit,
        Applying.Standing standing,
        List<Note> notes,
        List<String> suitable,
        Map<String, String> errors) {

    /** A note to sign. */
    public record Note(String id, Instant at) {}

    ModelAndView view() {
        return Views.of("apply", this, errors);
    }
}
