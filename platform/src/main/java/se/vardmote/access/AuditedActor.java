package se.vardmote.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.Identifier;

/** An actor as the audit log names it: kind, id, name, commission, and at which care provider and unit. */
public record AuditedActor(
        ActorKind kind,
        @Nullable Identifier id,
        @Nullable String name,
        @Nullable CommissionId commission,
        @Nullable CareProviderId careProvider,
        @Nullable CareUnitId unit) {

    public static AuditedActor of(Actor actor) {
        return switch (actor) {
            case Visitor visitor -> new AuditedActor(ActorKind.VISITOR, null, null, null, null, null);
            case EnrolledDevice device ->
                new AuditedActor(
                        ActorKind.DEVICE, device.id(), device.name(), null, device.careProvider(), device.unit());
            case InvitedVisitor invited ->
                new AuditedActor(ActorKind.INVITED, null, null, null, invited.careProvider(), invited.receivingUnit());
            case GuestVisitor guest ->
                new AuditedActor(
                        ActorKind.GUEST,
                        guest.invitation().id(),
                        null,
                        null,
                        guest.invitation().careProvider(),
                        null);
            case Seated seated ->
                new AuditedActor(ActorKind.SEAT, seated.seat(), null, null, seated.careProvider(), null);
            case StaffMember staff ->
                new AuditedActor(
                        ActorKind.STAFF,
                        staff.staff(),
                        staff.name(),
                        staff.commission(),
                        staff.careProvider(),
                        staff.unit());
            case SocialStaff social ->
                new AuditedActor(
                        ActorKind.STAFF, social.staff(), social.name(), null, social.careProvider(), social.unit());
            case SystemAdministrator administrator ->
                new AuditedActor(
                        ActorKind.STAFF,
                        administrator.staff(),
                        administrator.name(),
                        null,
                        administrator.careProvider(),
                        null);
        };
    }

    /** The one of a browser's actors who says most about who it is; empty for a stranger. */
    public static Optional<AuditedActor> of(Actors actors) {
        return Optional.<Actor>empty()
                .or(actors::staff)
                .or(actors::social)
                .or(actors::administrator)
                .or(actors::seated)
                .or(actors::device)
                .or(actors::guest)
                .or(actors::invited)
                .map(AuditedActor::of);
    }

    /** Writes the actor into an event on its way. */
    public AuditEventBuilder on(AuditEventBuilder event) {
        event.by(kind, id, name).under(commission);
        return careProvider == null ? event : event.of(careProvider, unit);
    }
}
