package se.vardmote.meetings.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.CareAccess;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.Invitations;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.MeetingProblem;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.Parking;
import se.vardmote.platform.ProblemException;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.MeetingId;

/** The ways from the day into a call that goes on: resumed by whoever parked it, entered by a colleague who was asked. */
@Controller
class TogetherController {
    private final CareAccess care;
    private final Meetings meetings;
    private final Parking parking;
    private final Invitations invitations;
    private final AuditLog audit;
    private final Clock clock;

    TogetherController(
            CareAccess care, Meetings meetings, Parking parking, Invitations invitations, AuditLog audit, Clock clock) {
        this.care = care;
        this.meetings = meetings;
        this.parking = parking;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping("/samtal/{meeting}/ateruppta")
    ModelAndView resume(StaffMember staff, @PathVariable("meeting") String id) {
        MeetingId meeting = MeetingId.of(id);
        CareProviderId owner = care.require(staff, "meeting", meeting).careProvider();
        Meeting found = meetings.find(owner, meeting).orElseThrow(() -> new MeetingProblem.NotOpen().asException());
        if (!found.goesOn()) return SeeOther.to("/min-dag?hande=call-over");
        record(staff, "resume", meeting, owner);
        return inside(meeting, () -> parking.resume(found, staff.staff()));
    }

    /** Whoever was asked has no relation to the meeting before they are in; the question itself is what lets them in. */
    @PostMapping("/samtal/{meeting}/ga-in")
    ModelAndView goIn(StaffMember staff, @PathVariable("meeting") String id) {
        MeetingId meeting = MeetingId.of(id);
        if (!invitations.hasAsked(meeting, staff)) return theirsAlready(staff, meeting);
        record(staff, "come-in", meeting, owner(meeting));
        return inside(meeting, () -> invitations.goIn(meeting, staff));
    }

    @PostMapping("/samtal/{meeting}/kan-inte-nu")
    ModelAndView notNow(StaffMember staff, @PathVariable("meeting") String id) {
        MeetingId meeting = MeetingId.of(id);
        if (!invitations.hasAsked(meeting, staff)) return theirsAlready(staff, meeting);
        record(staff, "decline", meeting, owner(meeting));
        invitations.notNow(meeting, staff);
        return SeeOther.to("/min-dag");
    }

    /** Nobody asks those who are in; an attempt at any other meeting is on record. */
    private ModelAndView theirsAlready(StaffMember staff, MeetingId meeting) {
        care.require(staff, "meeting", meeting);
        return SeeOther.to("/samtal/" + meeting);
    }

    private CareProviderId owner(MeetingId meeting) {
        return meetings.find(meeting).map(Meeting::careProvider).orElseThrow(() -> new MeetingProblem.NotOpen()
                .asException());
    }

    private static ModelAndView inside(MeetingId meeting, Runnable step) {
        try {
            step.run();
            return SeeOther.to("/samtal/" + meeting);
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case MeetingProblem.CallRunning running -> SeeOther.to("/min-dag?hande=call-running");
                case MeetingProblem.NoLongerAsked over -> SeeOther.to("/min-dag?hande=call-over");
                default -> throw e;
            };
        }
    }

    private void record(StaffMember staff, String action, MeetingId meeting, CareProviderId owner) {
        audit.record(AuditedActor.of(staff)
                .on(AuditEvent.wrote(action, "meeting", meeting))
                .of(owner, null)
                .at(clock.instant()));
    }
}
