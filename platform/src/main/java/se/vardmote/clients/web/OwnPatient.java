package se.vardmote.clients.web;

import java.time.Clock;
import org.springframework.stereotype.Component;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.ClientId;

/** The patient whose page somebody asks for: a client of the own care provider's; an attempt at any other is on record. */
@Component
class OwnPatient {
    private final CareAccess care;
    private final Clients clients;
    private final AuditLog audit;
    private final Clock clock;

    OwnPatient(CareAccess care, Clients clients, AuditLog audit, Clock clock) {
        this.care = care;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    /** To whoever has any relation, also a stated one. */
    Client find(StaffMember staff, String id) {
        ClientId client = ClientId.of(id);
        Relation relation = care.require(staff, "patient", client);
        if (!relation.careProvider().equals(staff.careProvider()))
            throw refused(staff, client, "another-care-provider");
        return clients.find(relation.careProvider(), client).orElseThrow();
    }

    /** To whoever cares for them: a ground that was stated is for reading. */
    Client inCare(StaffMember staff, String id) {
        ClientId client = ClientId.of(id);
        Relation relation = care.require(staff, "patient", client);
        if (AccessGround.of(relation.ground()).isPresent()) throw refused(staff, client, "only-to-read");
        return clients.find(relation.careProvider(), client).orElseThrow();
    }

    private ProblemException refused(StaffMember staff, ClientId client, String why) {
        audit.record(AuditedActor.of(staff)
                .on(AuditEvent.read("patient", client).refused(why))
                .at(clock.instant()));
        return new ProblemException(new AccessProblem.NoRelation());
    }
}
