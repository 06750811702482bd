package se.vardmote.clients;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import se.vardmote.audit.AuditLog;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestTransactions;

/** Who is protected, put together by hand over a real database, with its transactions. */
public final class TestProtections {
    private TestProtections() {}

    public static Protections on(TestDatabase db, Clock clock) {
        return on(db, clock, event -> {});
    }

    /** @param told what hears that somebody is protected, inside the transaction */
    public static Protections on(TestDatabase db, Clock clock, ApplicationEventPublisher told) {
        return TestTransactions.around(
                db,
                new Protections(
                        db.app(), new AuditLog(db.audit()), told, new ProtectionSettings(Duration.ofDays(7)), clock));
    }
}
