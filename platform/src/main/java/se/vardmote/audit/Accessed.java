package se.vardmote.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.StaffId;

/**
 * Events of the log that are alike within a while, read together: the same person, patient, kind of thing and outcome.
 *
 * @param event the number of the first of them
 * @param actorName as it was then: of staff, it may be protected since
 * @param unit at which unit, or under whose care
 * @param client null for an attempt at something that is no patient's
 * @param at when the first was, and {@code last} the last
 * @param times how many they are
 */
public record Accessed(
        long event,
        ActorKind actorKind,
        @Nullable UUID actor,
        @Nullable String actorName,
        @Nullable CommissionId commission,
        CareProviderId careProvider,
        @Nullable CareUnitId unit,
        @Nullable ClientId client,
        Activity activity,
        String action,
        String objectType,
        Outcome outcome,
        @Nullable String ground,
        Instant at,
        Instant last,
        int times) {

    /** Who it was, of the staff; null for a device. */
    public @Nullable StaffId staff() {
        return actorKind == ActorKind.STAFF && actor != null ? new StaffId(actor) : null;
    }

    /** A row among others in a list, not something that was opened. */
    public boolean inAList() {
        return action.equals(AuditEvent.LIST);
    }

    /** The same, with what was counted when it was read together with those alike. */
    public Accessed alike(Instant last, int times) {
        return new Accessed(
                event,
                actorKind,
                actor,
                actorName,
                commission,
                careProvider,
                unit,
                client,
                activity,
                action,
                objectType,
                outcome,
                ground,
                at,
                last,
                times);
    }

    @Override
    public String toString() {
        return "Accessed[" + event + "]";
    }
}
