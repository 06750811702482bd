package se.vardmote.meetings.room;

import java.time.Clock;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.HandOvers;
import se.vardmote.meetings.Invitations;
import se.vardmote.meetings.Lobby;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.MeetingProblem;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.Parking;
import se.vardmote.meetings.Vouching;
import se.vardmote.vocabulary.ParticipantId;

/** What the professionals of a call arrange between them: on record first, also when it is refused. */
@Component
class TogetherWords {
    private final Meetings meetings;
    private final Parking parking;
    private final Invitations invitations;
    private final HandOvers handOvers;
    private final Lobby lobby;
    private final Vouching vouching;
    private final AuditLog audit;
    private final Clock clock;

    TogetherWords(
            Meetings meetings,
            Parking parking,
            Invitations invitations,
            HandOvers handOvers,
            Lobby lobby,
            Vouching vouching,
            AuditLog audit,
            Clock clock) {
        this.meetings = meetings;
        this.parking = parking;
        this.invitations = invitations;
        this.handOvers = handOvers;
        this.lobby = lobby;
        this.vouching = vouching;
        this.audit = audit;
        this.clock = clock;
    }

    void park(LivePage page) {
        parking.park(meeting(page, "park"), staff(page).staff());
    }

    void takeBack(LivePage page, PageMessage.Uninvite message) {
        invitations.takeBack(meeting(page, "uninvite"), staff(page).staff(), message.key());
    }

    void handOver(LivePage page, PageMessage.HandOver message) {
        handOvers.offer(meeting(page, "offer-hand-over").id(), staff(page).staff(), new ParticipantId(message.to()));
    }

    void takeOver(LivePage page) {
        handOvers.accept(meeting(page, "take-over").id(), staff(page));
    }

    void refuse(LivePage page) {
        handOvers.refuse(meeting(page, "refuse-hand-over").id(), staff(page).staff());
    }

    void letIn(LivePage page, PageMessage.LetIn message) {
        lobby.letIn(meeting(page, "let-in").id(), staff(page).staff(), new ParticipantId(message.person()));
    }

    void vouch(LivePage page, PageMessage.Vouch message) {
        vouching.vouch(meeting(page, "vouch").id(), staff(page), new ParticipantId(message.person()), message.how());
    }

    private static StaffMember staff(LivePage page) {
        if (page.actor() instanceof StaffMember staff) return staff;
        throw new MeetingProblem.NotTheChair().asException();
    }

    private Meeting meeting(LivePage page, String action) {
        Meeting meeting = meetings.of(page.unit()).orElseThrow(() -> new MeetingProblem.NotOpen().asException());
        audit.record(AuditedActor.of(page.actor())
                .on(AuditEvent.wrote(action, "meeting", meeting.id()))
                .of(meeting.careProvider(), meeting.unit())
                .at(clock.instant()));
        return meeting;
    }
}
