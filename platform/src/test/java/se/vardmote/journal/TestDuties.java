package se.vardmote.journal;

import java.time.Clock;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Commissions;
import se.vardmote.access.TestCareAccess;
import se.vardmote.access.TestSessions;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.TestDatabase;
import se.vardmote.platform.TestNews;

/** Whose notes they are, as in the product. */
public final class TestDuties {
    private TestDuties() {}

    public static CareAccess access(TestDatabase db, Duties duties, Clock clock) {
        var sessions = TestSessions.on(db, TestNews.silent(), clock);
        var commissions = new Commissions(new Organisation(db.app()), sessions);
        return TestCareAccess.on(db, clock, new DutyRelations(duties, commissions));
    }
}
