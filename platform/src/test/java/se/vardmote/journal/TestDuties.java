package se.vardmote.journal;

import java.time.Clock;
import se.vardmote.access.CareAccess;
import se.vardmote.access.TestCareAccess;
import se.vardmote.platform.TestDatabase;

/** Whose notes they are, as in the product. */
public final class TestDuties {
    private TestDuties() {}

    public static CareAccess access(TestDatabase db, Duties duties, Clock clock) {
        return TestCareAccess.on(db, clock, new DutyRelations(duties));
    }
}
