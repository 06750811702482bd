package se.vardmote.access;

import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;

/**
 * Why an actor may open something, and whose it is.
 *
 * @param ground a stable code for the audit log, such as {@code commission-at-receiving-unit}
 * @param client the patient, when there is one
 */
public record Relation(
        String ground,
        CareProviderId careProvider,
        @Nullable CareUnitId careUnit,
        @Nullable ClientId client) {}
