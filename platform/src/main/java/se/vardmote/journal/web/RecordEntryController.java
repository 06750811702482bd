package se.vardmote.journal.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.journal.Duty;
import se.vardmote.journal.RecordEntries;
import se.vardmote.journal.RecordEntry;
import se.vardmote.ui.SeeOther;

/** That a signed note stands in the record system, or does not after all. */
@Controller
class RecordEntryController {
    private final NoteReader reader;
    private final RecordEntries entries;

    RecordEntryController(NoteReader reader, RecordEntries entries) {
        this.reader = reader;
        this.entries = entries;
    }

    @PostMapping("/anteckning/{duty}/inford")
    ModelAndView enter(
            StaffMember staff,
            @PathVariable("duty") String id,
            @RequestParam(name = "system", defaultValue = "") String typed) {
        Duty duty = reader.find(staff, id);
        String system = typed.strip();
        if (system.isEmpty() || system.length() > RecordEntry.LONGEST) {
            reader.record(staff, duty, AuditEvent.read("note", duty.id()));
            var why = Map.of("system", system.isEmpty() ? "missing" : "too-long");
            return reader.page(staff, duty, reader.toGoOnFrom(duty), why).view();
        }
        reader.record(staff, duty, AuditEvent.wrote("mark-entered", "note", duty.id()));
        entries.enter(duty, system, staff);
        return SeeOther.to("/anteckning/" + duty.id());
    }

    @PostMapping("/anteckning/{duty}/inte-inford")
    ModelAndView takeBack(StaffMember staff, @PathVariable("duty") String id) {
        Duty duty = reader.find(staff, id);
        reader.record(staff, duty, AuditEvent.wrote("mark-not-entered", "note", duty.id()));
        entries.takeBack(duty, staff);
        return SeeOther.to("/anteckning/" + duty.id());
    }
}
