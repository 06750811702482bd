package se.vardmote.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DeviceId;

/**
 * A shared tablet or phone at a unit.
 *
 * @param name as it is marked, such as "iPad 07"
 * @param area where it is used, such as "Vellinge tätort, natt"
 * @param enrolledAt null until it has been paired
 * @param revokedAt null while it may be used
 * @param lastSeenAt to the minute
 */
public record Device(
        DeviceId id,
        CareProviderId careProvider,
        CareUnitId careUnit,
        String name,
        String area,
        @Nullable Instant enrolledAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedWhy,
        @Nullable Instant lastSeenAt) {

    public boolean enrolled() {
        return enrolledAt != null && revokedAt == null;
    }

    public boolean revoked() {
        return revokedAt != null;
    }
}
