package se.vardmote.meetings.room;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.ProtectionOfPatients;
import se.vardmote.meetings.TestMeetings;
import se.vardmote.meetings.WayToThePatient;
import se.vardmote.platform.TestDatabase;

/** The patient's safety in calls, put together by hand. */
final class TestCare {
    private TestCare() {}

    /** As known from a knock: the care worker's number, and where they came from. */
    static CareOfPatient read(TestMeetings house) {
        WayToThePatient way =
                conversation -> Optional.of(new WayToThePatient.Known("+46701740605", "Hemtjänst Höllviken", false));
        return new CareOfPatient(house.emergencies, house.places, house.instructions, List.of(way));
    }

    static CareWords words(TestDatabase db, TestMeetings house, Clock clock) {
        return words(db, house, clock, (conversation, by) -> {});
    }

    /** @param protection what hears that a patient is protected */
    static CareWords words(TestDatabase db, TestMeetings house, Clock clock, ProtectionOfPatients protection) {
        return new CareWords(
                house.participants,
                house.emergencies,
                house.places,
                house.instructions,
                protection,
                new AuditLog(db.audit()),
                clock);
    }
}
