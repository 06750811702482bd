package se.vardmote.meetings;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.CareRelations;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.MeetingId;

/**
 * Staff may open the meetings that they take part in, or took part in; to have been asked in is not enough. Whoever came in
 * from another care provider may do so under the commission that they came in under.
 */
@Component
class MeetingRelations implements CareRelations<MeetingId> {
    private final Meetings meetings;
    private final Participants participants;
    private final Invitations invitations;

    MeetingRelations(Meetings meetings, Participants participants, Invitations invitations) {
        this.meetings = meetings;
        this.participants = participants;
        this.invitations = invitations;
    }

    @Override
    public Class<MeetingId> about() {
        return MeetingId.class;
    }

    @Override
    public Optional<Relation> between(Actor actor, MeetingId thing) {
        if (!(actor instanceof StaffMember staff)) return Optional.empty();
        return meetings.find(thing)
                .filter(meeting -> isAtHome(staff, meeting) && takesPart(staff, meeting))
                .map(meeting -> new Relation("takes-part", meeting.careProvider(), meeting.unit(), null));
    }

    private boolean isAtHome(StaffMember staff, Meeting meeting) {
        return staff.careProvider().equals(meeting.careProvider()) || invitations.broughtIn(meeting.id(), staff);
    }

    private boolean takesPart(StaffMember staff, Meeting meeting) {
        return participants.of(meeting.conversation()).stream()
                .anyMatch(person -> staff.staff().equals(person.staff()) && person.standing() != Standing.INVITED);
    }
}
