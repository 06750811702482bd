package se.vardmote.access.grounds;

import java.time.Instant;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.StatedGroundId;

/**
 * Somebody has said why they need to read of one person.
 *
 * @param careProvider whose data it opens
 * @param commission in which it was said, and holds
 * @param reason in the words of the reader
 * @param until when it closes by itself
 */
public record StatedGround(
        StatedGroundId id,
        CareProviderId careProvider,
        ClientId client,
        CommissionId commission,
        AccessGround ground,
        String reason,
        Instant statedAt,
        Instant until) {
    /** Characters of a reason. */
    public static final int LONGEST_REASON = 500;

    /** Whether something that was read then was read on it. */
    public boolean covered(CommissionId reader, ClientId patient, Instant at) {
        return commission.equals(reader) && client.equals(patient) && !at.isBefore(statedAt) && at.isBefore(until);
    }

    @Override
    public String toString() {
        return "StatedGround[" + id + ", " + ground + "]";
    }
}
