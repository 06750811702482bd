package se.vardmote.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** Duties after a call about a fall, eleven minutes long. */
public final class SampleDuties {
    public static final NoteText PREFILLED = TestJournal.saying("Fall: bedömningssamtal med video.");

    static final NoteText PREFILLED_AT_THE_START = TestJournal.saying("Fall: samtalet pågår.");

    private SampleDuties() {}

    /** Of a call that has ended. */
    public static Duty of(Duties duties, StaffMember staff, ClientId client, Instant endedAt) {
        Duty duty = begun(duties, staff, client, endedAt.minusSeconds(660));
        duties.complete(duty, endedAt, background(endedAt.minusSeconds(660), endedAt), PREFILLED);
        return duties.of(duty.meeting()).orElseThrow();
    }

    /** Of a call that goes on. */
    public static Duty begun(Duties duties, StaffMember staff, ClientId client, Instant startedAt) {
        var call = new DocumentedCall(
                staff.careProvider(), staff.unit(), client, RetentionUnitId.next(), MeetingId.next(), staff.staff());
        return duties.open(call, background(startedAt, null), PREFILLED_AT_THE_START);
    }

    /** Of another care provider whose professional took part in the same call. */
    public static void alsoOf(Duties duties, Duty same, CareProviderId careProvider, CareUnitId unit, ClientId client) {
        var call = new DocumentedCall(careProvider, unit, client, same.conversation(), same.meeting(), StaffId.next());
        duties.open(call, background(same.openedAt(), null), PREFILLED_AT_THE_START);
    }

    static DutyBackground background(Instant startedAt, @Nullable Instant endedAt) {
        return new DutyBackground(
                "FALL",
                startedAt,
                endedAt,
                "yes",
                "",
                List.of(
                        new DutyBackground.Attendance("Karin Larsson", null, "PHONE_ONLY", null),
                        new DutyBackground.Attendance("Tolvan Tolvansson", null, "NOT_IDENTIFIED", null)),
                List.of());
    }
}
