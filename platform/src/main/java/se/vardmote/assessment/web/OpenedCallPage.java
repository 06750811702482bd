package se.vardmote.assessment.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.grounds.StatedGround;
import se.vardmote.clients.Client;
import se.vardmote.journal.Note;

/**
 * One call with what was documented, open on another ground than a relation of care: to read, nothing else.
 *
 * @param unit that had the call
 * @param reasonCode why it was answered with something else than video, or null
 * @param notes what has been signed, the latest version first; empty when nothing is
 */
public record OpenedCallPage(
        StatedGround stated,
        Client.Shown person,
        String careProvider,
        String unit,
        HistoryPage.Row row,
        @Nullable String reasonCode,
        List<Note> notes) {

    public ModelAndView view() {
        return new ModelAndView("assessment/opened-call", Map.of("page", this));
    }
}
