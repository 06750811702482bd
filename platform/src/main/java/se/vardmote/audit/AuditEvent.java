package se.vardmote.audit;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Identifier;

/**
 * Somebody did, or was refused, something with somebody's data. Patients are named by id only. Made with
 * {@link #read}, {@link #listed}, {@link #wrote} or {@link #did}.
 *
 * @param actorId null for somebody unknown
 * @param actorName the name as it was when it happened; null where there is none
 * @param careProviderId the data controller whose data it is
 * @param careUnitId at which unit, or under whose care
 * @param clientId whose data; null when it is about nobody
 * @param action what was done, more exactly: a word such as {@code admit}
 * @param objectType what it was done to: a word such as {@code drop-in}
 * @param objectId null when there was no such object
 * @param ground why it was allowed or refused, where that is not plain: a word such as {@code no-relation}
 * @param at when, by the product's clock
 */
public record AuditEvent(
        ActorKind actorKind,
        @Nullable UUID actorId,
        @Nullable String actorName,
        @Nullable CommissionId commissionId,
        CareProviderId careProviderId,
        @Nullable CareUnitId careUnitId,
        @Nullable ClientId clientId,
        Activity activity,
        String action,
        String objectType,
        @Nullable UUID objectId,
        Outcome outcome,
        @Nullable String ground,
        Instant at) {

    /** Owner of events that happen before anybody has said for whom they work: the installation itself. */
    public static final CareProviderId INSTALLATION = new CareProviderId(new UUID(0, 0));

    /** The action of reading a row of a list, as told from opening what it names. */
    static final String LIST = "list";

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9.-]{0,59}");

    public AuditEvent {
        if (!WORD.matcher(action).matches()
                || !WORD.matcher(objectType).matches()
                || ground != null && !WORD.matcher(ground).matches()) {
            // Free text could carry personal data into rows that are kept for years and cannot be removed.
            throw new IllegalArgumentException("action, object type and ground are words: a-z, 0-9, hyphen, full stop");
        }
    }

    public static AuditEventBuilder read(String objectType, @Nullable Identifier object) {
        return did(Activity.READ, "read", objectType, object);
    }

    /** A row of a list that is shown, or pushed to a page. */
    public static AuditEventBuilder listed(String objectType, @Nullable Identifier object) {
        return did(Activity.READ, LIST, objectType, object);
    }

    /** @param action how: {@code admit}, {@code end}, {@code enrol} … */
    public static AuditEventBuilder wrote(String action, String objectType, @Nullable Identifier object) {
        return did(Activity.WRITE, action, objectType, object);
    }

    public static AuditEventBuilder did(
            Activity activity, String action, String objectType, @Nullable Identifier object) {
        return new AuditEventBuilder(activity, action, objectType, object);
    }

    @Override
    public String toString() {
        return "AuditEvent[" + actorKind + " " + activity + " " + action + " " + objectType + " " + outcome + "]";
    }
}
