package se.vardmote.organisation.meetingright;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.MeetingRightId;
import se.vardmote.vocabulary.StaffId;

/**
 * Somebody's application for the right to hold digital meetings at a care provider, and what became of it (R0-59). It is made
 * signed in with a SITHS card, in a commission for care.
 *
 * @param name of the applicant, as everybody may read it
 * @param unitName of the commission that it was made in
 * @param reason why it was rejected, or what was said with the grant
 * @param revokedWhy only of one that is revoked
 */
public record Application(
        MeetingRightId id,
        StaffId staff,
        String name,
        CareProviderId careProvider,
        CareUnitId unit,
        String unitName,
        CommissionId commission,
        State state,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable Instant revokedAt,
        @Nullable String revokedWhy) {

    public enum State {
        SUBMITTED,
        GRANTED,
        REJECTED,
        REVOKED
    }

    /** When it came to stand as it does. */
    public Instant since() {
        if (revokedAt != null) return revokedAt;
        return decidedAt == null ? submittedAt : decidedAt;
    }
}
