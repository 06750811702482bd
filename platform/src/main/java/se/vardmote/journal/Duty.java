package se.vardmote.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DutyId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * The duty of one professional to document one call (patientdatalagen 3:9–10). What it says is sealed and read apart.
 *
 * @param documentation the retention unit under which all that stays is sealed
 * @param openedAt when the call began
 * @param endedAt when the call ended; null while it goes on
 * @param savedAt when a draft was last saved; null before that
 * @param signedAt the first signature; null while it is missing
 * @param enteredAt when the latest version was marked as entered in the record system; null while it is not
 */
public record Duty(
        DutyId id,
        DocumentedCall call,
        RetentionUnitId documentation,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable Instant savedAt,
        @Nullable Instant signedAt,
        @Nullable Instant enteredAt) {

    public CareProviderId careProvider() {
        return call.careProvider();
    }

    public CareUnitId unit() {
        return call.unit();
    }

    public ClientId client() {
        return call.client();
    }

    public RetentionUnitId conversation() {
        return call.conversation();
    }

    public MeetingId meeting() {
        return call.meeting();
    }

    public StaffId staff() {
        return call.staff();
    }

    public boolean ended() {
        return endedAt != null;
    }

    public boolean signed() {
        return signedAt != null;
    }

    public boolean entered() {
        return enteredAt != null;
    }

    @Override
    public String toString() {
        return "Duty[" + id + "]";
    }
}
