package se.vardmote.meetings.room;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.Seated;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TicketSubject;
import se.vardmote.access.Tickets;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.Departures;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.MeetingProblem;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Texts;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** What each message of a page does. */
@Component
class PageWords {
    private final Tickets tickets;
    private final Meetings meetings;
    private final Departures departures;
    private final Texts texts;
    private final Snapshots snapshots;
    private final LivePages pages;
    private final AuditLog audit;
    private final Clock clock;

    PageWords(
            Tickets tickets,
            Meetings meetings,
            Departures departures,
            Texts texts,
            Snapshots snapshots,
            LivePages pages,
            AuditLog audit,
            Clock clock) {
        this.tickets = tickets;
        this.meetings = meetings;
        this.departures = departures;
        this.texts = texts;
        this.snapshots = snapshots;
        this.pages = pages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty when the ticket opens nothing: the page is told, and fetches another or gives up. */
    Optional<LivePage> join(LivePage.Outlet outlet, PageMessage.Join join) {
        Optional<TicketSubject> subject = tickets.redeem(join.ticket());
        if (subject.isEmpty()) {
            outlet.send(new ServerMessage.Closed(ClosedReason.EXPIRED));
            return Optional.empty();
        }
        return switch (subject.get()) {
            case TicketSubject.ForSeat(Seated seated) ->
                enter(outlet, join, seated.unit(), seated.careProvider(), new Attendee.Guest(seated.seat()));
            case TicketSubject.ForStaff(StaffMember staff, var meeting) ->
                enter(
                        outlet,
                        join,
                        meetings.find(staff.careProvider(), meeting)
                                .map(Meeting::conversation)
                                .orElseThrow(() -> new MeetingProblem.NotOpen().asException()),
                        staff.careProvider(),
                        new Attendee.StaffAttendee(staff.staff()));
        };
    }

    private Optional<LivePage> enter(
            LivePage.Outlet outlet,
            PageMessage.Join join,
            RetentionUnitId unit,
            CareProviderId careProvider,
            Attendee attendee) {
        Optional<Participant> person = snapshots.read(unit).flatMap(snapshot -> snapshot.person(attendee));
        if (person.isEmpty()) {
            outlet.send(new ServerMessage.Closed(ClosedReason.EXPIRED));
            return Optional.empty();
        }
        audit.record(by(attendee, AuditEvent.read("conversation", unit), careProvider)
                .at(clock.instant()));
        departures.comeBack(unit, attendee);
        return Optional.of(pages.join(outlet, unit, careProvider, attendee, join, person.get()));
    }

    void take(LivePage page, PageMessage message) {
        switch (message) {
            case PageMessage.Join again -> throw new IllegalArgumentException("joined already");
            case PageMessage.Offer offer -> page.toMedia(offer.epoch(), line -> line.offer(offer.sdp()));
            case PageMessage.Answer answer -> page.toMedia(answer.epoch(), line -> line.answer(answer.sdp()));
            case PageMessage.Candidate candidate -> page.candidate(candidate);
            case PageMessage.Tracks tracks -> pages.tracks(page, tracks);
            case PageMessage.Say say -> say(page, say);
            case PageMessage.Leave leave -> leave(page);
            case PageMessage.End end -> end(page);
            case PageMessage.Beat beat -> page.send(new ServerMessage.Beat());
        }
    }

    void lost(LivePage page, LivePage.Outlet outlet) {
        pages.lost(page, outlet);
    }

    private void say(LivePage page, PageMessage.Say say) {
        Participant author = snapshots
                .read(page.unit())
                .flatMap(snapshot -> snapshot.person(page.attendee()))
                .orElseThrow(() -> new MeetingProblem.NotOpen().asException());
        audit.record(by(page.attendee(), AuditEvent.wrote("say", "conversation", page.unit()), page.careProvider())
                .at(clock.instant()));
        boolean isNew = texts.say(page.unit(), author.id(), say.key(), say.text());
        if (!isNew) pages.repeat(page, say.key());
    }

    private void leave(LivePage page) {
        departures.leave(page.unit(), page.attendee());
        pages.close(page, ClosedReason.LEFT);
    }

    private void end(LivePage page) {
        if (!(page.attendee() instanceof Attendee.StaffAttendee(StaffId staff))) {
            throw new MeetingProblem.NotTheChair().asException();
        }
        Meeting meeting = meetings.of(page.unit()).orElseThrow(() -> new MeetingProblem.NotOpen().asException());
        audit.record(by(page.attendee(), AuditEvent.wrote("end", "meeting", meeting.id()), page.careProvider())
                .at(clock.instant()));
        meetings.end(page.careProvider(), meeting.id(), staff);
    }

    private static AuditEventBuilder by(Attendee attendee, AuditEventBuilder event, CareProviderId careProvider) {
        return switch (attendee) {
            case Attendee.Guest(var seat) ->
                event.by(ActorKind.SEAT, seat, null).of(careProvider, null);
            case Attendee.StaffAttendee(var staff) ->
                event.by(ActorKind.STAFF, staff, null).of(careProvider, null);
        };
    }
}
