package se.vardmote.assessment.planned;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.AssessmentProblem;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Clients;
import se.vardmote.clients.Protection;
import se.vardmote.clients.Protections;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.StaffId;

/** Calls are agreed on, from either side, moved and cancelled (R0-11 to R0-13, R0-16, R0-17, R0-20). */
@Component
public class Planning {
    private final PlannedCalls calls;
    private final Clients clients;
    private final Protections protections;
    private final RetentionUnits retention;
    private final AuditLog audit;
    private final Clock clock;

    public Planning(
            PlannedCalls calls,
            Clients clients,
            Protections protections,
            RetentionUnits retention,
            AuditLog audit,
            Clock clock) {
        this.calls = calls;
        this.clients = clients;
        this.protections = protections;
        this.retention = retention;
        this.audit = audit;
        this.clock = clock;
    }

    /** The professional, and where they answer. */
    private record Owner(CareProviderId careProvider, CareUnitId unit, StaffId staff, boolean byCareWorker) {}

    /**
     * By the professional (R0-17). The same form again plans nothing more.
     *
     * @return the first of the series, or the only one
     * @throws se.vardmote.platform.ProblemException {@code assessment/licence-needed}
     */
    @Transactional
    public PlannedCallId plan(StaffMember by, Plan plan) {
        if (!by.professional()) throw new AssessmentProblem.LicenceNeeded().asException();
        return keep(AuditedActor.of(by), new Owner(by.careProvider(), by.unit(), by.staff(), false), plan);
    }

    /** By a care worker on a device, who has agreed with one of the professionals (R0-16). */
    @Transactional
    public PlannedCallId request(EnrolledDevice device, CallingUnits.Professional with, Plan plan) {
        var owner = new Owner(
                with.receiving().careProvider(),
                with.receiving().id(),
                with.staff().id(),
                true);
        return keep(AuditedActor.of(device), owner, plan);
    }

    private PlannedCallId keep(AuditedActor by, Owner owner, Plan plan) {
        Instant now = clock.instant();
        ClientId client = clients.register(owner.careProvider(), plan.patient(), plan.patientName());
        UUID series = plan.times().size() > 1 ? plan.key() : null;
        List<PlannedCallId> ids = IntStream.range(0, plan.times().size())
                .mapToObj(n -> n == 0 ? new PlannedCallId(plan.key()) : PlannedCallId.next())
                .toList();
        audit.record(ids.stream()
                .map(id -> by.on(AuditEvent.wrote("plan", "planned-call", id))
                        .of(owner.careProvider(), owner.unit())
                        .about(client)
                        .at(now))
                .toList());
        if (plan.protectedIdentity()) protections.set(owner.careProvider(), plan.patient(), Protection.Way.PLAN, by);
        boolean hidden = protections.covers(owner.careProvider(), plan.patient());
        for (int n = 0; n < ids.size(); n++) {
            if (!add(call(ids.get(n), owner, plan, client, hidden, plan.times().get(n), series, now))) break;
        }
        return ids.getFirst();
    }

    private boolean add(PlannedCall call) {
        // Its sixty days count from when it is to be, until it becomes a conversation.
        retention.keepFrom(call.conversation(), call.at());
        return calls.add(call);
    }

    private PlannedCall call(
            PlannedCallId id,
            Owner owner,
            Plan plan,
            ClientId client,
            boolean hidden,
            Instant at,
            @Nullable UUID series,
            Instant now) {
        return new PlannedCall(
                id,
                owner.careProvider(),
                owner.unit(),
                retention.open(owner.careProvider()),
                client,
                owner.staff(),
                plan.homeUnit(),
                owner.byCareWorker(),
                plan.purposes(),
                plan.reason(),
                plan.channel(),
                plan.profession(),
                hidden,
                now,
                at,
                "",
                series,
                PlannedCall.State.PLANNED,
                new PlannedCall.Typed(
                        plan.patientName().value(), plan.staffName().value(), plan.staffPhone()));
    }

    /** @throws se.vardmote.platform.ProblemException {@code assessment/not-planned} when they have come, or it is cancelled */
    @Transactional
    public void move(StaffMember by, PlannedCallId id, Instant at) {
        PlannedCall call = planned(by, id, "move");
        if (!calls.move(call, at)) throw new AssessmentProblem.NotPlanned().asException();
        retention.keepFrom(call.conversation(), at);
    }

    /** This one, or also all that follow it in its series. */
    @Transactional
    public void cancel(StaffMember by, PlannedCallId id, boolean followersToo) {
        PlannedCall call = planned(by, id, "cancel");
        if (!cancel(call)) throw new AssessmentProblem.NotPlanned().asException();
        if (followersToo) {
            for (PlannedCall follower : calls.followers(call)) {
                planned(by, follower.id(), "cancel");
                cancel(follower);
            }
        }
    }

    private boolean cancel(PlannedCall call) {
        retention.keepFrom(call.conversation(), clock.instant());
        return calls.cancel(call.id());
    }

    /** Whoever asks has been found to have a relation to it; the attempt is audited whatever comes of it. */
    private PlannedCall planned(StaffMember by, PlannedCallId id, String action) {
        PlannedCall call = calls.find(by.careProvider(), id)
                .orElseThrow(() -> new AssessmentProblem.NoSuchPlannedCall().asException());
        audit.record(AuditedActor.of(by)
                .on(AuditEvent.wrote(action, "planned-call", id))
                .about(call.client())
                .at(clock.instant()));
        return call;
    }
}
