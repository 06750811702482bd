package se.vardmote.journal;

import java.time.Instant;
import java.util.List;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DutyId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;

/** Duties after a call about a fall, eleven minutes long. */
public final class SampleDuties {
    public static final String PREFILLED = "Fall: bedömningssamtal med video.";

    private SampleDuties() {}

    public static Duty of(StaffMember staff, ClientId client, Instant endedAt) {
        return of(MeetingId.next(), staff, client, endedAt);
    }

    static Duty of(MeetingId meeting, StaffMember staff, ClientId client, Instant endedAt) {
        var background = new DutyBackground(
                "FALL",
                endedAt.minusSeconds(660),
                endedAt,
                "yes",
                "",
                List.of(
                        new DutyBackground.Attendance("Karin Larsson", null, "PHONE_ONLY"),
                        new DutyBackground.Attendance("Tolvan Tolvansson", null, "NOT_IDENTIFIED")));
        return new Duty(
                DutyId.next(),
                staff.careProvider(),
                staff.unit(),
                client,
                RetentionUnitId.next(),
                meeting,
                staff.staff(),
                background,
                PREFILLED,
                null,
                endedAt,
                null);
    }
}
