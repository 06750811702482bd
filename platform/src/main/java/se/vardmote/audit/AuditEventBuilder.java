package se.vardmote.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Identifier;

/** An event on its way; {@link #at} ends it. Until said otherwise: nobody we know, the installation's, allowed. */
public final class AuditEventBuilder {
    private final Activity activity;
    private final String action;
    private final String objectType;
    private final @Nullable UUID objectId;
    private ActorKind actorKind = ActorKind.VISITOR;
    private @Nullable UUID actorId;
    private @Nullable String actorName;
    private @Nullable CommissionId commission;
    private CareProviderId careProvider = AuditEvent.INSTALLATION;
    private @Nullable CareUnitId careUnit;
    private @Nullable ClientId client;
    private Outcome outcome = Outcome.ALLOWED;
    private @Nullable String ground;

    AuditEventBuilder(Activity activity, String action, String objectType, @Nullable Identifier object) {
        this.activity = activity;
        this.action = action;
        this.objectType = objectType;
        this.objectId = object == null ? null : object.value();
    }

    public AuditEventBuilder by(ActorKind kind, @Nullable Identifier actor, @Nullable String name) {
        actorKind = kind;
        actorId = actor == null ? null : actor.value();
        actorName = name;
        return this;
    }

    /** The commission under which the actor works. */
    public AuditEventBuilder under(@Nullable CommissionId commission) {
        this.commission = commission;
        return this;
    }

    /** Whose data it is, and at which unit. */
    public AuditEventBuilder of(CareProviderId careProvider, @Nullable CareUnitId careUnit) {
        this.careProvider = careProvider;
        this.careUnit = careUnit;
        return this;
    }

    public AuditEventBuilder about(@Nullable ClientId client) {
        this.client = client;
        return this;
    }

    public AuditEventBuilder refused(String why) {
        outcome = Outcome.REFUSED;
        ground = why;
        return this;
    }

    /** Why it was allowed, where that is not plain. */
    public AuditEventBuilder because(String ground) {
        this.ground = ground;
        return this;
    }

    public AuditEvent at(Instant when) {
        return new AuditEvent(
                actorKind,
                actorId,
                actorName,
                commission,
                careProvider,
                careUnit,
                client,
                activity,
                action,
                objectType,
                objectId,
                outcome,
                ground,
                when);
    }
}
