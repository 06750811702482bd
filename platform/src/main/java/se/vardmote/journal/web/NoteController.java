package se.vardmote.journal.web;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.Activity;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.journal.DutyBackground;
import se.vardmote.journal.NoteDrafts;
import se.vardmote.journal.Notes;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.DutyId;
import se.vardmote.vocabulary.Parsed;

/** The note of a call: read, kept as a draft, signed, added to. */
@Controller
class NoteController {
    private final CareAccess care;
    private final Duties duties;
    private final NoteDrafts drafts;
    private final Notes notes;
    private final Clients clients;
    private final AuditLog audit;
    private final Clock clock;

    NoteController(
            CareAccess care,
            Duties duties,
            NoteDrafts drafts,
            Notes notes,
            Clients clients,
            AuditLog audit,
            Clock clock) {
        this.care = care;
        this.duties = duties;
        this.drafts = drafts;
        this.notes = notes;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/anteckning/{duty}")
    ModelAndView note(StaffMember staff, @PathVariable("duty") String id) {
        Duty duty = find(staff, id);
        record(staff, duty, AuditEvent.read("note", duty.id()));
        return page(duty, duty.signed() ? "" : drafts.text(duty), Map.of()).view();
    }

    /** Saves, or signs when {@code sign} is {@code true}. */
    @PostMapping("/anteckning/{duty}")
    ModelAndView write(
            StaffMember staff,
            @PathVariable("duty") String id,
            @RequestParam(name = "text", defaultValue = "") String typed,
            @RequestParam(name = "sign", defaultValue = "false") boolean sign) {
        Duty duty = find(staff, id);
        return switch (Notes.text(typed)) {
            case Parsed.Refused<String>(String reason) -> {
                record(staff, duty, AuditEvent.read("note", duty.id()));
                yield page(duty, typed, Map.of("text", reason)).view();
            }
            case Parsed.Valid<String>(String text) -> sign ? sign(staff, duty, text) : save(staff, duty, text);
        };
    }

    /** A call that goes on has no end to document yet: the text is kept, and signed afterwards. */
    private ModelAndView sign(StaffMember staff, Duty duty, String text) {
        if (!duty.ended()) return save(staff, duty, text);
        record(staff, duty, AuditEvent.did(Activity.SIGN, "sign", "note", duty.id()));
        notes.sign(duty, text, staff);
        return duty.signed() ? SeeOther.to("/anteckning/" + duty.id()) : SeeOther.to("/min-dag?hande=signed");
    }

    private ModelAndView save(StaffMember staff, Duty duty, String text) {
        record(staff, duty, AuditEvent.wrote("save-draft", "note", duty.id()));
        drafts.save(duty, text);
        return SeeOther.to("/anteckning/" + duty.id());
    }

    /** The duty of a call that is theirs; an attempt at any other is on record. */
    private Duty find(StaffMember staff, String id) {
        DutyId duty = DutyId.of(id);
        Relation relation = care.require(staff, "note", duty);
        return duties.find(relation.careProvider(), duty).orElseThrow();
    }

    private NotePage page(Duty duty, String text, Map<String, String> errors) {
        Client client = clients.find(duty.careProvider(), duty.client()).orElseThrow();
        DutyBackground background = duties.background(duty);
        return new NotePage(
                duty.id().toString(),
                client.name().value(),
                client.identity().display().isEmpty() ? null : client.identity().display(),
                background.reason(),
                background.startedAt(),
                background.endedAt(),
                background.informed(),
                background.informedWhy(),
                background.attendance().stream()
                        .map(person ->
                                new NotePage.Participant(person.name(), person.profession(), person.identification()))
                        .toList(),
                text,
                duty.savedAt(),
                notes.of(duty).stream()
                        .map(note -> new NotePage.Signed(
                                note.text(), note.signedBy(), note.profession().name(), note.signedAt()))
                        .toList(),
                errors);
    }

    private void record(StaffMember staff, Duty duty, AuditEventBuilder event) {
        audit.record(event.by(ActorKind.STAFF, staff.staff(), staff.name())
                .under(staff.commission())
                .of(duty.careProvider(), duty.unit())
                .about(duty.client())
                .at(clock.instant()));
    }
}
