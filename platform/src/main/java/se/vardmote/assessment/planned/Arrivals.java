package se.vardmote.assessment.planned;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.CallCodes;
import se.vardmote.access.CallCodes.Tried;
import se.vardmote.access.EnrolledDevice;
import se.vardmote.access.Token;
import se.vardmote.assessment.AssessmentProblem;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.Knock;
import se.vardmote.assessment.TypedIdentity;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.organisation.Device;
import se.vardmote.organisation.Devices;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.PhoneNumber;
import se.vardmote.vocabulary.PlannedCallId;
import se.vardmote.vocabulary.Profession;

/** Where people come to what is planned. The patient is shown to those only who type the right identity number. */
@Component
public class Arrivals {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private final PlannedCalls calls;
    private final CallCodes codes;
    private final Clients clients;
    private final DropInRoom room;
    private final Organisation organisation;
    private final Devices devices;
    private final AuditLog audit;
    private final Clock clock;

    Arrivals(
            PlannedCalls calls,
            CallCodes codes,
            Clients clients,
            DropInRoom room,
            Organisation organisation,
            Devices devices,
            AuditLog audit,
            Clock clock) {
        this.calls = calls;
        this.codes = codes;
        this.clients = clients;
        this.room = room;
        this.organisation = organisation;
        this.devices = devices;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of a number. */
    public sealed interface Answer {
        record Known(PlannedCall call, Client patient) implements Answer {}

        /** Whatever was wrong. */
        record Wrong() implements Answer {}

        record Locked(Instant until) implements Answer {}

        /** So many wrong codes have been typed where this one was that it was not looked at. */
        record TooMany() implements Answer {}
    }

    /** Who is there, as they write it when they come. */
    public record Present(
            PersonName name, PhoneNumber phone, @Nullable Profession profession) {}

    /** What is planned on a device; shows nothing of the patient. */
    public PlannedCall onDevice(EnrolledDevice device, PlannedCallId id) {
        return calls.atHome(device.unit(), id)
                .orElseThrow(() -> new AssessmentProblem.NoSuchPlannedCall().asException());
    }

    /** Five wrong numbers lock the call for ten minutes. */
    public Answer identify(EnrolledDevice device, PlannedCallId id, String typed) {
        PlannedCall call = onDevice(device, id);
        Optional<Instant> locked = calls.countTry(id, clock.instant());
        if (locked.isPresent()) {
            record(onDevice(device, call).refused("locked"), call);
            return new Answer.Locked(locked.get());
        }
        Client patient = patient(call);
        if (!fits(patient, typed)) {
            record(onDevice(device, call).refused("wrong-number"), call);
            return new Answer.Wrong();
        }
        calls.rightTry(id);
        record(onDevice(device, call), call);
        return new Answer.Known(call, patient);
    }

    /** Code and number are right together, or nothing is told. @param address from which they were typed */
    public Answer identify(String code, String typed, String address) {
        return switch (codes.attempt(code, address, to -> compared(to, typed))) {
            case Tried.Digits<Compared>(Compared with) -> answer(with);
            case Tried.Wrong<Compared> wrong -> new Answer.Wrong();
            case Tried.TooMany<Compared> tooMany -> new Answer.TooMany();
        };
    }

    /** A number, and whom the code leads to. */
    private record Compared(PlannedCall call, Client patient, boolean right) implements CallCodes.Beside {}

    private Optional<Compared> compared(CallCodes.Led to, String typed) {
        return calls.find(to.careProvider(), new PlannedCallId(to.call()))
                .filter(PlannedCall::open)
                .map(call -> {
                    Client patient = patient(call);
                    return new Compared(call, patient, fits(patient, typed));
                });
    }

    private Answer answer(Compared with) {
        PlannedCall call = with.call();
        record(with.right() ? invited(call) : invited(call).refused("wrong-number"), call);
        return with.right() ? new Answer.Known(call, with.patient()) : new Answer.Wrong();
    }

    /**
     * They have come, and wait: a knock like any other, for the professional who has agreed on it. Again is the same seat.
     *
     * @param device null for somebody with a code
     * @return empty when the call is over
     */
    public Optional<Token> come(Answer.Known known, Present present, @Nullable EnrolledDevice device) {
        PlannedCall call = known.call();
        Knock knock = knock(call, known.patient(), present);
        return room.come(knock, door(call, device), call.conversation(), () -> calls.came(call.id()));
    }

    Knock knock(PlannedCall call, Client patient, Present present) {
        String professional = organisation.staff(call.staff()).map(Staff::name).orElse("");
        return new Knock(
                call.conversation().value(),
                present.name(),
                present.phone(),
                present.profession(),
                new PersonName(call.typed().patientName()),
                patient.identity(),
                TypedIdentity.issuer(patient.identity()),
                call.reason(),
                new Knock.Agreement(call.staff(), professional),
                call.ahead() ? call.at() : null,
                call.protectedIdentity());
    }

    /** Whoever will be at the patient's, as agreed: nobody else may have come yet. */
    Present agreedOn(PlannedCall call) {
        return new Present(
                new PersonName(call.typed().staffName()), call.typed().staffPhone(), call.profession());
    }

    private Knock.Door door(PlannedCall call, @Nullable EnrolledDevice device) {
        var receiving = organisation.unit(call.receivingUnit()).orElseThrow();
        if (device == null) return new Knock.Door(null, null, null, null, receiving);
        String area = devices.find(device.careProvider(), device.id())
                .map(Device::area)
                .orElse(null);
        return new Knock.Door(device.unit(), device.id(), area, null, receiving);
    }

    private Client patient(PlannedCall call) {
        return clients.find(call.careProvider(), call.client()).orElseThrow();
    }

    private boolean fits(Client patient, String typed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        return TypedIdentity.readings(typed, today).contains(patient.identity());
    }

    private static AuditEventBuilder onDevice(EnrolledDevice device, PlannedCall call) {
        return AuditedActor.of(device).on(AuditEvent.read("planned-call", call.id()));
    }

    private static AuditEventBuilder invited(PlannedCall call) {
        return AuditEvent.read("planned-call", call.id()).by(ActorKind.INVITED, null, null);
    }

    private void record(AuditEventBuilder event, PlannedCall call) {
        audit.record(event.of(call.careProvider(), call.receivingUnit())
                .about(call.client())
                .at(clock.instant()));
    }
}
