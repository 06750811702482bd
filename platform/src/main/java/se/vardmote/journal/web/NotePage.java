package se.vardmote.journal.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.journal.IdentityCorrection;
import se.vardmote.journal.Note;
import se.vardmote.journal.NoteText;
import se.vardmote.journal.Pictures;
import se.vardmote.journal.RecordEntry;
import se.vardmote.journal.RightPatient;

/**
 * The note of one call: prefilled, signed, corrected by new versions, marked as entered in the record system.
 *
 * @param duty id of the documentation duty
 * @param text to edit: the draft, the prefilled text the first time, the latest version to correct
 * @param savedAt when the draft was last saved, or null
 * @param signed what has been signed, the latest version first
 * @param entries what has been said of the record system, the latest first
 * @param system the record system that is most likely meant; empty when nobody knows
 * @param errors field name → refusal code ({@code note.<field>.<code>}, else {@code refusal.<code>})
 */
public record NotePage(
        String duty,
        NoteFacts facts,
        NoteText text,
        @Nullable Instant savedAt,
        List<Note> signed,
        List<RecordEntry> entries,
        String system,
        List<Pictures.Saved> pictures,
        Patient patient,
        WrongPatientForm wrong,
        Map<String, String> errors) {

    /**
     * Whose call it is.
     *
     * @param id what a page sends back to say that it showed this patient; opaque
     * @param confirmed null before the professional has said that it is the right patient
     * @param corrections where the call has stood before, earliest first
     * @param anotherElsewhere another care provider that took part has the call at another patient
     */
    public record Patient(
            String id,
            RightPatient.@Nullable Confirmation confirmed,
            List<IdentityCorrection> corrections,
            boolean anotherElsewhere) {}

    /** The same with what was typed under "Fel patient". */
    NotePage with(WrongPatientForm typed) {
        return new NotePage(duty, facts, text, savedAt, signed, entries, system, pictures, patient, typed, errors);
    }

    /** Where a signed note stands; texts are {@code note.state.<name>}. */
    public enum State {
        NOT_ENTERED,
        ENTERED,
        CORRECTED_SINCE
    }

    public boolean isSigned() {
        return !signed.isEmpty();
    }

    /** Of a signed note. */
    public State state() {
        if (entries.isEmpty() || entries.getFirst().system() == null) return State.NOT_ENTERED;
        boolean latest = entries.getFirst().version() == signed.getFirst().version();
        return latest ? State.ENTERED : State.CORRECTED_SINCE;
    }

    /** Where the latest version stands; null when it does not. */
    public @Nullable RecordEntry entered() {
        return isSigned() && state() == State.ENTERED ? entries.getFirst() : null;
    }

    /** 200, or 422 when there are errors. */
    public ModelAndView view() {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("journal/note", Map.of("page", this), status);
    }
}
