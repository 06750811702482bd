package se.vardmote.assessment.web;

import java.util.List;
import se.vardmote.assessment.KnockVolumes;
import se.vardmote.assessment.TestAssessment;
import se.vardmote.assessment.duty.ComingGaps;
import se.vardmote.assessment.duty.DutyRules;
import se.vardmote.assessment.planned.TestPlanning;
import se.vardmote.assessment.planned.web.PlannedReader;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.Attendance;
import se.vardmote.organisation.Devices;
import se.vardmote.platform.TestDatabase;
import se.vardmote.ui.Messages;
import se.vardmote.ui.Templates;

/** "Min dag" put together by hand over a real database. */
final class TestDays {
    final WaitingBoard board;
    final DayReader day;

    TestDays(TestDatabase db, TestPlanning planning) {
        TestAssessment there = planning.clinic;
        var audit = new AuditLog(db.audit());
        var reading = new ReadingTheBoard(audit, there.clock);
        board = new WaitingBoard(
                there.dropIns,
                there.clients,
                there.house.participants,
                there.house.texts,
                new Attendance(db.app(), there.clock),
                there.organisation,
                there.escalations,
                there.roster,
                there.clock);
        day = new DayReader(
                board,
                reading,
                new AcuteCalls(
                        there.house.emergencies,
                        there.house.places,
                        List.of(),
                        there.dropIns,
                        there.house.participants,
                        reading,
                        new Templates(new Messages(there.clock))),
                there.dropIns,
                there.duties,
                there.clients,
                there.roster,
                new KnockVolumes(db.app()),
                there.organisation,
                new ComingGaps(new DutyRules(db.app()), new Devices(db.app(), there.clock), there.clock),
                there.commissions,
                new PlannedReader(
                        planning.calls,
                        planning.codes,
                        there.clients,
                        there.organisation,
                        there.commissions,
                        audit,
                        there.clock),
                new MyCallsReader(
                        there.house.invitations,
                        there.house.meetings,
                        there.dropIns,
                        there.house.access(db, there.clock),
                        reading,
                        there.organisation,
                        there.escalations),
                there.clock);
    }
}
