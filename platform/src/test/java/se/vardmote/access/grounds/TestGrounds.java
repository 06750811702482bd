package se.vardmote.access.grounds;

import java.time.Clock;
import java.time.Duration;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.TestDatabase;

/** Stated grounds, put together by hand over a real database. */
public final class TestGrounds {
    private TestGrounds() {}

    public static StatedGrounds on(TestDatabase db, Clock clock) {
        return new StatedGrounds(
                db.app(),
                new Organisation(db.app()),
                new AuditLog(db.audit()),
                new GroundSettings(Duration.ofHours(4)),
                clock);
    }
}
