package se.vardmote.disturbances;

import org.jspecify.annotations.Nullable;
import se.vardmote.audit.AuditEvent;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;

/**
 * Where a report comes from, and never from whom.
 *
 * @param unit of the device or of the work; null when it is not known
 */
public record Reporter(
        CareProviderId careProvider, @Nullable CareUnitId unit) {
    /** Somebody whose care provider is not known. Every administrator sees what they report. */
    public static final Reporter STRANGER = new Reporter(AuditEvent.INSTALLATION, null);
}
