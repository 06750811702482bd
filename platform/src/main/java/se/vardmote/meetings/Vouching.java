package se.vardmote.meetings;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.ParticipantId;

/** The performer says who somebody is, and how they know it (B58). It is shown to everybody, and kept with who took part. */
@Component
public class Vouching {
    private final Meetings meetings;
    private final Participants participants;
    private final Conversations conversations;

    Vouching(Meetings meetings, Participants participants, Conversations conversations) {
        this.meetings = meetings;
        this.participants = participants;
        this.conversations = conversations;
    }

    /** How somebody was identified in the call. */
    public enum How {
        /** Held a document up to the camera. */
        ID_DOCUMENT,
        /** The performer has met them before. */
        KNOWN,
        /** Answered questions that only they can answer. */
        QUESTIONS
    }

    /**
     * Of a guest whom nobody has identified by a card or an e-ID.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/not-open}, {@code meetings/not-the-chair},
     *     {@code meetings/cannot-be-asked} when the person is known already, or gone
     */
    @Transactional
    public void vouch(MeetingId id, StaffMember by, ParticipantId person, How how) {
        Meeting meeting = meetings.locked(id).orElseThrow(() -> new MeetingProblem.NotOpen().asException());
        if (!meeting.chair().equals(by.staff())) throw new MeetingProblem.NotTheChair().asException();
        if (!participants.vouch(meeting.conversation(), person, by.staff(), by.name(), how))
            throw new MeetingProblem.CannotBeAsked().asException();
        conversations.changed(meeting.conversation());
    }
}
