package se.vardmote.assessment;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.Texts;
import se.vardmote.vocabulary.DropInId;

/** A written line from a professional to somebody who waits, before any judgement. */
@Component
public class WordsToTheWaiting {
    private final DropIns dropIns;
    private final Answering answering;
    private final Participants participants;
    private final Texts texts;
    private final AuditLog audit;
    private final Clock clock;

    public WordsToTheWaiting(
            DropIns dropIns, Answering answering, Participants participants, Texts texts, AuditLog audit, Clock clock) {
        this.dropIns = dropIns;
        this.answering = answering;
        this.participants = participants;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws se.vardmote.platform.ProblemException {@code assessment/no-such-drop-in}, {@code assessment/stopped-waiting}
     */
    @Transactional
    public void say(StaffMember by, DropInId id, String text) {
        DropIn dropIn = dropIns.find(by.careProvider(), id)
                .filter(found -> answering.mayAnswer(by, found.receivingUnit(), id))
                .orElseThrow(() -> new AssessmentProblem.NoSuchDropIn().asException());
        if (dropIn.state() != DropIn.State.WAITING) throw new AssessmentProblem.StoppedWaiting().asException();
        audit.record(AuditEvent.wrote("say", "drop-in", id)
                .by(ActorKind.STAFF, by.staff(), by.name())
                .under(by.commission())
                .of(by.careProvider(), by.unit())
                .about(dropIn.client())
                .at(clock.instant()));
        Participant author = participants.of(dropIn.conversation()).stream()
                .filter(person -> by.staff().equals(person.staff()))
                .findFirst()
                .orElseGet(() -> invite(dropIn, by));
        texts.say(dropIn.conversation(), author.id(), UUID.randomUUID(), text);
    }

    private Participant invite(DropIn dropIn, StaffMember by) {
        Participant professional = Participant.invited(by.staff(), by.name(), by.profession());
        participants.add(dropIn.conversation(), dropIn.careProvider(), professional);
        return professional;
    }
}
