package se.vardmote.assessment;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.audit.ActorKind;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.clients.Protection;
import se.vardmote.clients.Protections;
import se.vardmote.journal.DocumentedCall;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.journal.DutyBackground;
import se.vardmote.meetings.CameIn;
import se.vardmote.meetings.ChairChanged;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.MeetingEnded;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.NoteWriters;
import se.vardmote.meetings.ParticipantRole;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.StaffId;

/**
 * Who documents a call with several professionals: one duty for each care provider that takes part, and that of the care
 * provider whose professional takes the call over goes to them. All inside the transaction that tells.
 */
@Component
class SharedCalls implements NoteWriters {
    private final DropIns dropIns;
    private final Meetings meetings;
    private final Duties duties;
    private final Clients clients;
    private final Protections protections;
    private final Aftermath aftermath;
    private final PrefilledNote prefilled;

    SharedCalls(
            DropIns dropIns,
            Meetings meetings,
            Duties duties,
            Clients clients,
            Protections protections,
            Aftermath aftermath,
            PrefilledNote prefilled) {
        this.dropIns = dropIns;
        this.meetings = meetings;
        this.duties = duties;
        this.clients = clients;
        this.protections = protections;
        this.aftermath = aftermath;
        this.prefilled = prefilled;
    }

    @Override
    public Set<StaffId> of(MeetingId meeting) {
        return duties.allOf(meeting).stream().map(Duty::staff).collect(Collectors.toSet());
    }

    @EventListener
    void on(CameIn came) {
        if (duties.of(came.meeting(), came.careProvider()).isPresent()) return;
        dropIns.of(came.meeting()).ifPresent(dropIn -> open(dropIn, came));
    }

    private void open(DropIn dropIn, CameIn came) {
        Meeting meeting = meetings.find(came.meeting()).orElseThrow();
        Client patient = clients.find(dropIn.careProvider(), dropIn.client()).orElseThrow();
        ClientId theirs = clients.register(came.careProvider(), patient.identity(), patient.name());
        hideAtBoth(patient, came);
        DutyBackground background = aftermath.background(dropIn, meeting);
        var call = new DocumentedCall(
                came.careProvider(), came.unit(), theirs, dropIn.conversation(), meeting.id(), came.staff());
        duties.open(call, background, prefilled.text(came.unit(), background));
    }

    /** Who is protected at one of those who take part is so at the other: they see the same page. */
    private void hideAtBoth(Client patient, CameIn came) {
        var by = new AuditedActor(ActorKind.STAFF, came.staff(), null, null, came.careProvider(), came.unit());
        if (patient.protectedIdentity())
            protections.set(came.careProvider(), patient.identity(), Protection.Way.CALL, by);
        else if (protections.covers(came.careProvider(), patient.identity()))
            protections.set(patient.careProvider(), patient.identity(), Protection.Way.CALL, by);
    }

    @EventListener
    void on(ChairChanged changed) {
        duties.of(changed.meeting(), changed.careProvider())
                .ifPresent(duty -> duties.move(duty, changed.to(), changed.unit()));
    }

    /** The holder's own duty is completed with the call itself. */
    @EventListener
    void on(MeetingEnded ended) {
        dropIns.of(ended.meeting()).ifPresent(dropIn -> {
            Meeting meeting = meetings.find(ended.meeting()).orElseThrow();
            duties.allOf(ended.meeting()).stream()
                    .filter(duty -> !duty.careProvider().equals(meeting.careProvider()))
                    .forEach(duty -> complete(duty, dropIn, meeting, ended.at()));
        });
    }

    /** With the patient as this care provider has them: each corrects its own, and the room shows the holder's. */
    private void complete(Duty duty, DropIn dropIn, Meeting meeting, Instant endedAt) {
        String patient = clients.find(duty.careProvider(), duty.client())
                .orElseThrow()
                .shown()
                .name();
        DutyBackground background = aftermath.background(
                dropIn, meeting, person -> person.role() == ParticipantRole.PATIENT ? patient : person.name());
        duties.complete(duty, endedAt, background, prefilled.text(duty.unit(), background));
    }
}
