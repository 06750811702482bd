package se.vardmote.assessment.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.CareAccess;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.Activity;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.DutyId;
import se.vardmote.vocabulary.MeetingId;

/** From a call to its note, and the whole contact to print. */
@Controller
class ContactController {
    private final CareAccess care;
    private final Duties duties;
    private final ContactReader reader;
    private final AuditLog audit;
    private final Clock clock;

    ContactController(CareAccess care, Duties duties, ContactReader reader, AuditLog audit, Clock clock) {
        this.care = care;
        this.duties = duties;
        this.reader = reader;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/anteckning/{duty}/kontakten")
    ModelAndView contact(StaffMember staff, @PathVariable("duty") String id) {
        DutyId dutyId = DutyId.of(id);
        var relation = care.require(staff, "note", dutyId);
        Duty duty = duties.find(relation.careProvider(), dutyId).orElseThrow();
        audit.record(AuditEvent.did(Activity.PRINT, "print-contact", "note", dutyId)
                .by(ActorKind.STAFF, staff.staff(), staff.name())
                .under(staff.commission())
                .of(duty.careProvider(), duty.unit())
                .about(duty.client())
                .at(clock.instant()));
        return reader.read(staff, duty).view();
    }

    /** The note of a call, which may go on: whose call it was may open it. */
    @GetMapping("/samtal/{meeting}/anteckning")
    ModelAndView note(StaffMember staff, @PathVariable("meeting") String id) {
        MeetingId meeting = MeetingId.of(id);
        care.require(staff, "meeting", meeting);
        Duty duty = duties.of(meeting, staff.careProvider()).orElseThrow();
        return SeeOther.to("/anteckning/" + duty.id());
    }
}
