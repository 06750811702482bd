package se.vardmote.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CallReason;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;

/**
 * What of a knock may be counted: nothing that was typed, and nobody.
 *
 * @param planned for a time ahead (R0-20, R0-21)
 * @param outcome and {@code judgedAt} null while it waits and when it was withdrawn
 */
public record Outline(
        CareProviderId careProvider,
        CareUnitId receivingUnit,
        CallReason reason,
        boolean planned,
        Instant knockedAt,
        DropIn.State state,
        DropIn.@Nullable Outcome outcome,
        @Nullable Instant judgedAt) {}
