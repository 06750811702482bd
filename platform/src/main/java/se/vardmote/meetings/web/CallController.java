package se.vardmote.meetings.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Relation;
import se.vardmote.access.Seated;
import se.vardmote.access.StaffMember;
import se.vardmote.access.Tickets;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.MeetingProblem;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.ParticipantRole;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.WaitingPlaces;
import se.vardmote.meetings.WaitingPlaces.WaitingPlace;
import se.vardmote.ui.SeeOther;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;

/** The one document of a call, for both sides, and the tickets to its socket. */
@Controller
class CallController {
    private final CareAccess care;
    private final Meetings meetings;
    private final Participants participants;
    private final List<WaitingPlaces> places;
    private final Tickets tickets;
    private final AuditLog audit;
    private final Clock clock;

    CallController(
            CareAccess care,
            Meetings meetings,
            Participants participants,
            List<WaitingPlaces> places,
            Tickets tickets,
            AuditLog audit,
            Clock clock) {
        this.care = care;
        this.meetings = meetings;
        this.participants = participants;
        this.places = places;
        this.tickets = tickets;
        this.audit = audit;
        this.clock = clock;
    }

    /** The way to the socket: one use, 30 seconds. */
    record Ticket(String ticket) {}

    @GetMapping("/samtal")
    ModelAndView call(Seated seated) {
        record(
                AuditEvent.read("conversation", seated.unit()).by(ActorKind.SEAT, seated.seat(), null),
                seated.careProvider());
        List<Participant> own = participants.of(seated.unit()).stream()
                .filter(person -> seated.seat().equals(person.seat()))
                .toList();
        boolean guest = own.stream()
                .noneMatch(person ->
                        person.role() == ParticipantRole.CARE_WORKER || person.role() == ParticipantRole.PROFESSIONAL);
        return page(CallPage.Role.CARE_WORKER, "/samtal/biljett", "/", seated.unit(), null, own, !guest);
    }

    @PostMapping("/samtal/biljett")
    @ResponseBody
    Ticket ticket(Seated seated) {
        return new Ticket(tickets.issue(seated));
    }

    @GetMapping("/samtal/{meeting}")
    ModelAndView call(StaffMember staff, @PathVariable("meeting") String id) {
        Meeting meeting = theirs(staff, id);
        if (!meeting.goesOn()) return SeeOther.to("/hej-da?varfor=ended");
        // Camera and microphone are asked for by a press on "Återuppta", not by an address.
        if (meeting.parked()) return SeeOther.to("/min-dag");
        RetentionUnitId conversation = meeting.conversation();
        record(
                AuditEvent.read("meeting", meeting.id())
                        .by(ActorKind.STAFF, staff.staff(), staff.name())
                        .under(staff.commission()),
                meeting.careProvider());
        return page(
                CallPage.Role.PROFESSIONAL,
                "/samtal/" + meeting.id() + "/biljett",
                "/min-dag",
                conversation,
                meeting.openedAt(),
                participants.of(conversation),
                true);
    }

    @PostMapping("/samtal/{meeting}/biljett")
    @ResponseBody
    Ticket ticket(StaffMember staff, @PathVariable("meeting") String id) {
        return new Ticket(tickets.issue(staff, theirs(staff, id).id()));
    }

    /** A meeting that this member of staff takes part in; an attempt at any other is on record. */
    private Meeting theirs(StaffMember staff, String id) {
        MeetingId meeting = MeetingId.of(id);
        Relation relation = care.require(staff, "meeting", meeting);
        return meetings.find(relation.careProvider(), meeting)
                .orElseThrow(() -> new MeetingProblem.NotOpen().asException());
    }

    private ModelAndView page(
            CallPage.Role role,
            String ticketUrl,
            String dayUrl,
            RetentionUnitId conversation,
            @Nullable Instant openedAt,
            List<Participant> people,
            boolean withReason) {
        WaitingPlace place = places.stream()
                .flatMap(port -> port.about(conversation).stream())
                .findFirst()
                .orElseThrow(() -> new MeetingProblem.NotOpen().asException());
        return new CallPage(
                        role,
                        ticketUrl,
                        "/hej-da",
                        dayUrl,
                        place.unitName(),
                        place.unitPhone(),
                        withReason ? place.reason().name() : null,
                        openedAt == null ? place.since() : openedAt,
                        people.stream().map(CallController::shown).toList())
                .view();
    }

    private static CallPage.Person shown(Participant person) {
        return new CallPage.Person(
                person.name(),
                person.role().name(),
                person.profession() == null ? null : person.profession().name(),
                person.identification().name(),
                null);
    }

    private void record(AuditEventBuilder event, CareProviderId careProvider) {
        audit.record(event.of(careProvider, null).at(clock.instant()));
    }
}
