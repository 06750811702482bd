package se.vardmote.assessment.web;

import se.vardmote.access.CareAccess;
import se.vardmote.access.grounds.TestGrounds;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.audit.AuditLog;
import se.vardmote.platform.TestDatabase;

/** The history and its search by person, put together by hand. */
final class TestSearches {
    private TestSearches() {}

    static HistoryController on(TestDatabase db, TestAssessment there, HistoryReader reader) {
        CareAccess care = there.access(db);
        return new HistoryController(
                reader,
                new ClosedReader(care, there.commissions, TestGrounds.on(db, there.clock)),
                care,
                there.clients,
                new AuditLog(db.audit()),
                there.clock);
    }
}
