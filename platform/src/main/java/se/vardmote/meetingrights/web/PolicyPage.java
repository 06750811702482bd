package se.vardmote.meetingrights.web;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.organisation.meetingright.MeetingPolicy;

/**
 * What the care provider asks of digital meetings; kept with {@code POST /admin/moten}.
 *
 * @param withoutRight so many licensed staff would not get in if the right were asked for today
 * @param errors field name → refusal code
 */
public record PolicyPage(Form form, int withoutRight, LocalDate today, boolean kept, Map<String, String> errors) {

    /**
     * As typed.
     *
     * @param from a day; empty for not decided
     * @param multiParty {@code yes} when ticked
     */
    public record Form(String from, String multiParty, String routine, String version) {
        static Form of(MeetingPolicy policy) {
            MeetingPolicy.Routine routine = policy.routine();
            return new Form(
                    policy.rightFrom() == null ? "" : policy.rightFrom().toString(),
                    policy.multiParty() ? "yes" : "",
                    routine == null ? "" : routine.where(),
                    routine == null ? "" : routine.version());
        }
    }

    ModelAndView view() {
        return Views.of("policy", this, errors);
    }
}
