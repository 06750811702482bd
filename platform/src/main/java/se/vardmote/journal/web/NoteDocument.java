package se.vardmote.journal.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.journal.Note;
import se.vardmote.journal.RecordEntry;

/**
 * A signed note to print.
 *
 * @param signed the latest version first
 * @param state name of {@link NotePage.State}
 * @param entry where the latest version stands; null when it does not
 * @param madeAt when this copy was made, and {@code madeBy} by whom
 */
public record NoteDocument(
        NoteFacts facts,
        List<Note> signed,
        String state,
        @Nullable RecordEntry entry,
        List<Shown> pictures,
        Instant madeAt,
        String madeBy) {

    /**
     * A picture in the document.
     *
     * @param base64 the JPEG
     * @param altText what it shows; null when nobody has said
     */
    public record Shown(String base64, @Nullable String altText, String takenBy, Instant takenAt, String asked) {
        @Override
        public String toString() {
            return "Shown[]";
        }
    }

    public ModelAndView view() {
        return new ModelAndView("journal/document", Map.of("page", this));
    }
}
