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
 * The duty of one professional to document one call (patientdatalagen 3:9–10).
 *
 * @param background what happened, kept as documentation
 * @param text what the note holds now: the latest draft, else the prefilled text
 * @param savedAt when the draft was saved; null before that
 * @param signedAt the first signature; null while it is missing
 */
public record Duty(
        DutyId id,
        CareProviderId careProvider,
        CareUnitId unit,
        ClientId client,
        RetentionUnitId conversation,
        MeetingId meeting,
        StaffId staff,
        DutyBackground background,
        String text,
        @Nullable Instant savedAt,
        Instant openedAt,
        @Nullable Instant signedAt) {

    public boolean signed() {
        return signedAt != null;
    }

    @Override
    public String toString() {
        return "Duty[" + id + "]";
    }
}
