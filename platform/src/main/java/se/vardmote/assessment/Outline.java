package se.vardmote.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;

/**
 * What of a knock may be counted: nothing that was typed, and nobody.
 *
 * @param outcome and {@code judgedAt} null while it waits and when it was withdrawn
 */
public record Outline(
        CareProviderId careProvider,
        CareUnitId receivingUnit,
        CallReason reason,
        Instant knockedAt,
        DropIn.State state,
        DropIn.@Nullable Outcome outcome,
        @Nullable Instant judgedAt) {}
