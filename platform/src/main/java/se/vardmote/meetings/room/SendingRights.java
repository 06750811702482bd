package se.vardmote.meetings.room;

import java.time.Clock;
import org.springframework.stereotype.Component;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.Actor;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.MessageRights;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.RetentionUnitId;

/** Asks the rights table about every message of a page; what it refuses is put on record and answered as a problem. */
@Component
class SendingRights {
    private final MessageRights rights;
    private final AuditLog audit;
    private final Clock clock;

    SendingRights(MessageRights rights, AuditLog audit, Clock clock) {
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ProblemException {@code access/may-not-send} when no row of the table lets this actor send it */
    void require(Actor actor, RetentionUnitId conversation, PageMessage message) {
        String type = PageMessage.type(message.getClass());
        if (rights.maySend(actor, type)) return;
        audit.record(AuditedActor.of(actor)
                .on(AuditEvent.wrote(type, "conversation", conversation).refused("access.may-not-send"))
                .at(clock.instant()));
        throw new ProblemException(new AccessProblem.MayNotSend());
    }
}
