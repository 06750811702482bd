package se.vardmote.assessment.web;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;

/** Writes down, before it is shown, who reads whose name in a list: one event a reader and patient, one commit in all. */
@Component
class ReadingTheBoard {
    private final AuditLog audit;
    private final Clock clock;

    ReadingTheBoard(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** One reader, in each of their commissions, and what is new to them. */
    record Reading(List<StaffMember> posts, Collection<DropIn> dropIns) {
        /** Under the commission at the receiving unit; as signed in where cover is sought. */
        StaffMember under(DropIn dropIn) {
            return posts.stream()
                    .filter(post -> post.unit().equals(dropIn.receivingUnit()))
                    .findFirst()
                    .orElse(posts.getFirst());
        }
    }

    void record(List<Reading> readings) {
        audit.record(readings.stream()
                .flatMap(reading -> reading.dropIns().stream().map(dropIn -> event(reading.under(dropIn), dropIn)))
                .toList());
    }

    private AuditEvent event(StaffMember reader, DropIn dropIn) {
        return AuditEvent.listed("drop-in", dropIn.id())
                .by(ActorKind.STAFF, reader.staff(), reader.name())
                .under(reader.commission())
                .of(dropIn.careProvider(), dropIn.receivingUnit())
                .about(dropIn.client())
                .at(clock.instant());
    }
}
