package se.vardmote.meetings.room;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.Seated;
import se.vardmote.access.StaffMember;
import se.vardmote.access.TicketSubject;
import se.vardmote.access.Tickets;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.media.LineKey;
import se.vardmote.media.LinePeer;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.Departures;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.MeetingProblem;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.SentPictures;
import se.vardmote.meetings.Texts;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** What each message of a page does. */
@Component
class PageWords {
    private final Tickets tickets;
    private final Meetings meetings;
    private final Departures departures;
    private final Texts texts;
    private final SentPictures pictures;
    private final TogetherWords together;
    private final Snapshots snapshots;
    private final LivePages pages;
    private final SendingRights rights;
    private final CareWords care;
    private final AuditLog audit;
    private final Clock clock;

    PageWords(
            Tickets tickets,
            Meetings meetings,
            Departures departures,
            Texts texts,
            SentPictures pictures,
            TogetherWords together,
            Snapshots snapshots,
            LivePages pages,
            SendingRights rights,
            CareWords care,
            AuditLog audit,
            Clock clock) {
        this.tickets = tickets;
        this.meetings = meetings;
        this.departures = departures;
        this.texts = texts;
        this.pictures = pictures;
        this.together = together;
        this.snapshots = snapshots;
        this.pages = pages;
        this.rights = rights;
        this.care = care;
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
            case TicketSubject.ForSeat(Seated seated) -> {
                if (snapshots.isAlive(seated.seat())) yield enter(outlet, join, seated.unit(), seated);
                outlet.send(new ServerMessage.Closed(ClosedReason.EXPIRED));
                yield Optional.empty();
            }
            case TicketSubject.ForStaff(StaffMember staff, var meeting) ->
                enter(outlet, join, conversation(staff, meeting), staff);
        };
    }

    private RetentionUnitId conversation(StaffMember staff, MeetingId meeting) {
        return meetings.find(meeting).map(Meeting::conversation).orElseThrow(() -> new MeetingProblem.NotOpen()
                .asException());
    }

    private Optional<LivePage> enter(LivePage.Outlet outlet, PageMessage.Join join, RetentionUnitId unit, Actor actor) {
        rights.require(actor, unit, join);
        Attendee attendee = Attendee.of(actor);
        Optional<Snapshot> snapshot = snapshots.read(unit);
        Optional<Participant> person = snapshot.flatMap(found -> found.person(attendee));
        if (person.isEmpty()) {
            outlet.send(new ServerMessage.Closed(ClosedReason.EXPIRED));
            return Optional.empty();
        }
        // A page that comes back by itself resumes nothing: camera and microphone would go on in an empty room.
        if (actor instanceof StaffMember && snapshot.get().isParked()) {
            outlet.send(new ServerMessage.Closed(ClosedReason.PARKED));
            return Optional.empty();
        }
        record(actor, unit, AuditEvent.read("conversation", unit));
        departures.comeBack(unit, attendee);
        return Optional.of(pages.join(outlet, unit, actor, join, person.get()));
    }

    void take(LivePage page, PageMessage message) {
        rights.require(page.actor(), page.unit(), message);
        switch (message) {
            case PageMessage.Join again -> {
                // One page a socket: it is here already.
            }
            case PageMessage.Offer offer -> page.toMedia(offer.epoch(), line -> line.offer(offer.sdp()));
            case PageMessage.Answer answer -> page.toMedia(answer.epoch(), line -> line.answer(answer.sdp()));
            case PageMessage.Candidate candidate -> page.candidate(candidate);
            case PageMessage.Direct(long epoch, UUID other, long otherEpoch, String words) ->
                page.toMedia(epoch, line -> line.tell(new LinePeer(new LineKey(other), otherEpoch), words));
            case PageMessage.Tracks tracks -> pages.tracks(page, tracks);
            case PageMessage.Away away -> pages.away(page, away.away());
            case PageMessage.Say say -> say(page, say);
            case PageMessage.Emergency pressed -> care.press(page, pressed);
            case PageMessage.NoEmergency none -> care.takeBack(page, none);
            case PageMessage.Place place -> care.place(page, place);
            case PageMessage.Protect protect -> care.protect(page);
            case PageMessage.Instruct instruct -> care.instruct(page, instruct);
            case PageMessage.Understood understood -> care.understand(page, understood);
            case PageMessage.Want want -> want(page);
            case PageMessage.Unwant unwant -> pictures.wantNoLonger(page.unit());
            case PageMessage.Park park -> park(page);
            case PageMessage.Uninvite uninvite -> together.takeBack(page, uninvite);
            case PageMessage.HandOver offer -> together.handOver(page, offer);
            case PageMessage.TakeOver takeOver -> together.takeOver(page);
            case PageMessage.NoHandOver refuse -> together.refuse(page);
            case PageMessage.LetIn letIn -> together.letIn(page, letIn);
            case PageMessage.Vouch vouch -> together.vouch(page, vouch);
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
        record(page.actor(), page.unit(), AuditEvent.wrote("say", "conversation", page.unit()));
        boolean isNew = texts.say(page.unit(), author.id(), say.key(), say.text());
        if (!isNew) pages.repeat(page, say.key());
    }

    private void want(LivePage page) {
        if (!(page.attendee() instanceof Attendee.StaffAttendee)) throw new MeetingProblem.NotTheChair().asException();
        record(page.actor(), page.unit(), AuditEvent.wrote("want-picture", "conversation", page.unit()));
        pictures.want(page.unit());
    }

    private void park(LivePage page) {
        together.park(page);
        pages.close(page, ClosedReason.PARKED);
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
        record(page.actor(), page.unit(), AuditEvent.wrote("end", "meeting", meeting.id()));
        meetings.end(meeting.careProvider(), meeting.id(), staff);
    }

    /** Whoever speaks: a conversation is its owner's, also where a colleague of another care provider is in it. */
    private void record(Actor actor, RetentionUnitId unit, AuditEventBuilder event) {
        AuditEventBuilder told = AuditedActor.of(actor).on(event);
        if (actor instanceof StaffMember)
            meetings.of(unit).ifPresent(meeting -> told.of(meeting.careProvider(), meeting.unit()));
        audit.record(told.at(clock.instant()));
    }
}
