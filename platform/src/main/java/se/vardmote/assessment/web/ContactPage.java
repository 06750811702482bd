package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.journal.Note;
import se.vardmote.journal.Pictures;

/**
 * All that happened in one contact, to print.
 *
 * @param duty id of the documentation duty
 * @param identity for people to read, or null when unknown
 * @param reason name of {@code CallReason}
 * @param events in the order they happened
 * @param contentGone what was typed and written in the call is no longer kept
 * @param note the latest signed version; null before that
 */
public record ContactPage(
        String duty,
        String patientName,
        @Nullable String identity,
        String unit,
        String professional,
        String reason,
        List<Event> events,
        boolean contentGone,
        @Nullable Note note,
        List<Pictures.Saved> pictures,
        Instant madeAt,
        String madeBy) {

    /**
     * Something that happened.
     *
     * @param code its text is {@code contact.event.<code>}
     * @param values of the text
     */
    public record Event(Instant at, String code, List<String> values) {
        static Event of(Instant at, String code, String... values) {
            return new Event(at, code, List.of(values));
        }

        @Override
        public String toString() {
            return "Event[" + code + "]";
        }
    }

    public ModelAndView view() {
        return new ModelAndView("assessment/contact", Map.of("page", this));
    }
}
