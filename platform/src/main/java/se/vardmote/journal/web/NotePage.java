package se.vardmote.journal.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * The note of one call: prefilled, signed, append-only.
 *
 * @param duty id of the documentation duty
 * @param patientName as the care worker wrote it
 * @param identity for people to read, or null when unknown
 * @param reason name of {@code CallReason}
 * @param startedAt when the call began
 * @param endedAt when it ended; null while it goes on
 * @param informed {@code yes} or {@code could-not} (R0-19)
 * @param informedWhy why the patient could not be informed; empty else
 * @param participants who took part and how we know who they are
 * @param text the draft to edit; the prefilled text the first time
 * @param savedAt when the draft was last saved, or null
 * @param signed what has been signed, oldest first; the first is the note, the rest are additions
 * @param errors field name → refusal code ({@code note.<field>.<code>}, else {@code refusal.<code>})
 */
public record NotePage(
        String duty,
        String patientName,
        @Nullable String identity,
        String reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        String informed,
        String informedWhy,
        List<Participant> participants,
        String text,
        @Nullable Instant savedAt,
        List<Signed> signed,
        Map<String, String> errors) {

    /** Name, name of {@code Profession} or null, name of {@code Identification}. */
    public record Participant(String name, @Nullable String profession, String identification) {}

    /** A signed text, as it was signed. */
    public record Signed(String text, String by, String profession, Instant at) {}

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("journal/note", Map.of("page", this), status);
    }
}
