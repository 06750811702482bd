package se.vardmote.journal.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.Activity;
import se.vardmote.audit.AuditEvent;
import se.vardmote.journal.Duty;
import se.vardmote.journal.NoteDrafts;
import se.vardmote.journal.NoteText;
import se.vardmote.journal.Notes;
import se.vardmote.journal.Pictures;
import se.vardmote.journal.RightPatient;
import se.vardmote.ui.SeeOther;

/** The note of a call: read, kept as a draft, signed, corrected. */
@Controller
class NoteController {
    /** Characters that the description of a picture may have. */
    private static final int LONGEST_DESCRIPTION = 300;

    private final NoteReader reader;
    private final NoteDrafts drafts;
    private final Notes notes;
    private final Pictures pictures;
    private final RightPatient rightPatient;

    NoteController(NoteReader reader, NoteDrafts drafts, Notes notes, Pictures pictures, RightPatient rightPatient) {
        this.reader = reader;
        this.drafts = drafts;
        this.notes = notes;
        this.pictures = pictures;
        this.rightPatient = rightPatient;
    }

    @GetMapping("/anteckning/{duty}")
    ModelAndView note(StaffMember staff, @PathVariable("duty") String id) {
        Duty duty = reader.find(staff, id);
        reader.record(staff, duty, AuditEvent.read("note", duty.id()));
        return reader.page(staff, duty).view();
    }

    /** Saves, or signs when {@code sign} is {@code true}. A part that is not sent stays as it was. */
    @PostMapping("/anteckning/{duty}")
    ModelAndView write(
            StaffMember staff,
            @PathVariable("duty") String id,
            @RequestParam(name = "sign", defaultValue = "false") boolean sign,
            @RequestParam Map<String, String> typed) {
        Duty duty = reader.find(staff, id);
        NoteText text = reader.text(duty, typed);
        Map<String, String> refusals = new LinkedHashMap<>(text.refusals());
        if (!isRightPatient(staff, duty, typed))
            refusals.put("rightPatient", typed.containsKey("rightPatient") ? "moved" : "missing");
        if (!refusals.isEmpty()) {
            reader.record(staff, duty, AuditEvent.read("note", duty.id()));
            return reader.page(staff, duty, text, refusals).view();
        }
        describe(staff, duty, typed);
        // A call that goes on has no end to document yet: the text is kept, and signed afterwards.
        if (sign && duty.ended()) return sign(staff, duty, text);
        save(staff, duty, text);
        return SeeOther.to("/anteckning/" + duty.id());
    }

    /** Keeps what has been typed so far; the page asks for it while somebody types. */
    @PostMapping("/anteckning/{duty}/utkast")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(StaffMember staff, @PathVariable("duty") String id, @RequestParam Map<String, String> typed) {
        Duty duty = reader.find(staff, id);
        NoteText text = reader.text(duty, typed);
        if (!duty.signed() && text.refusals().isEmpty() && isRightPatient(staff, duty, typed)) save(staff, duty, text);
    }

    /**
     * Nothing is saved before the professional has said whose call it is. What they say counts for the patient whom their
     * page showed: a window that was open when the call was moved to somebody else confirms nobody and saves nothing.
     */
    private boolean isRightPatient(StaffMember staff, Duty duty, Map<String, String> typed) {
        String shown = typed.get("rightPatient");
        if (shown != null && !shown.equals(duty.client().toString())) return false;
        if (rightPatient.confirmation(duty).isPresent()) return true;
        if (shown == null) return false;
        rightPatient.confirm(duty, staff);
        return true;
    }

    private ModelAndView sign(StaffMember staff, Duty duty, NoteText text) {
        reader.record(staff, duty, AuditEvent.did(Activity.SIGN, "sign", "note", duty.id()));
        notes.sign(duty, text, staff);
        return SeeOther.to("/anteckning/" + duty.id());
    }

    private void save(StaffMember staff, Duty duty, NoteText text) {
        reader.record(staff, duty, AuditEvent.wrote("save-draft", "note", duty.id()));
        drafts.save(duty, text);
    }

    private void describe(StaffMember staff, Duty duty, Map<String, String> typed) {
        for (Pictures.Saved picture : pictures.of(duty)) {
            String shows = typed.getOrDefault("picture-" + picture.id(), "").strip();
            if (shows.isEmpty() || shows.length() > LONGEST_DESCRIPTION || shows.equals(picture.altText())) continue;
            pictures.describe(duty, picture.id(), shows, staff);
        }
    }
}
