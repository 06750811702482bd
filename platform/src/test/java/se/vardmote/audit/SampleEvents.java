package se.vardmote.audit;

import java.time.Instant;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.StaffId;

/** Things that happen in a municipality. */
final class SampleEvents {
    static final Instant NOON = Instant.parse("2026-11-22T11:00:00.123456Z");
    static final CareProviderId VELLINGE = CareProviderId.next();

    private SampleEvents() {}

    static AuditEvent reading(ClientId client) {
        return AuditEvent.read("drop-in", DropInId.next())
                .by(ActorKind.STAFF, StaffId.next(), "Åsa Öberg")
                .under(CommissionId.next())
                .of(VELLINGE, CareUnitId.next())
                .about(client)
                .at(NOON);
    }

    static AuditEvent refusedVisitor() {
        return AuditEvent.read("meeting", null).refused("no-seat").at(NOON);
    }
}
