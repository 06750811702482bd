package se.vardmote.meetings.room;

import java.time.Clock;
import java.util.List;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.TestMeetings;
import se.vardmote.platform.TestDatabase;

/** What professionals arrange between them, put together by hand. */
final class TestCompany {
    private TestCompany() {}

    static CompanyReader of(TestMeetings house) {
        return new CompanyReader(house.invitations, house.handOvers, house.organisation, List.of());
    }

    static TogetherWords words(TestMeetings house, TestDatabase db, Clock clock) {
        return new TogetherWords(
                house.meetings,
                house.parking,
                house.invitations,
                house.handOvers,
                house.lobby,
                house.vouching,
                new AuditLog(db.audit()),
                clock);
    }
}
