package se.vardmote.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * What stays of a call when its content has gone: the judgement, the agreement and the times.
 *
 * @param fromUnit null for a visitor with a code
 * @param judgedBy the professional's name as everybody may read it now; null when nobody judged
 * @param meeting of one that was let in
 * @param protectedIdentity name and number are shown to those only who open them
 * @param contentGone the texts and typed names have been removed
 */
public record PastCall(
        DropInId id,
        CareProviderId careProvider,
        CareUnitId receivingUnit,
        RetentionUnitId conversation,
        ClientId client,
        @Nullable CareUnitId fromUnit,
        CallReason reason,
        Instant knockedAt,
        DropIn.State state,
        DropIn.@Nullable Outcome outcome,
        @Nullable String reasonCode,
        @Nullable String judgedBy,
        @Nullable MeetingId meeting,
        boolean protectedIdentity,
        boolean contentGone) {

    @Override
    public String toString() {
        return "PastCall[" + id + ", " + state + "]";
    }
}
