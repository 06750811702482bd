package se.vardmote.meetings.room;

import java.time.Clock;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import se.vardmote.access.AuditedActor;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.meetings.Emergencies;
import se.vardmote.meetings.Instructions;
import se.vardmote.meetings.MeetingProblem;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.ParticipantRole;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.PatientPlaces;
import se.vardmote.meetings.ProtectionOfPatients;
import se.vardmote.meetings.Standing;
import se.vardmote.vocabulary.ParticipantId;

/** What staff in the call say of the patient's safety: on record first, also when it is refused. */
@Component
class CareWords {
    private final Participants participants;
    private final Emergencies emergencies;
    private final PatientPlaces places;
    private final Instructions instructions;
    private final ProtectionOfPatients protection;
    private final AuditLog audit;
    private final Clock clock;

    CareWords(
            Participants participants,
            Emergencies emergencies,
            PatientPlaces places,
            Instructions instructions,
            ProtectionOfPatients protection,
            AuditLog audit,
            Clock clock) {
        this.participants = participants;
        this.emergencies = emergencies;
        this.places = places;
        this.instructions = instructions;
        this.protection = protection;
        this.audit = audit;
        this.clock = clock;
    }

    void press(LivePage page, PageMessage.Emergency message) {
        ParticipantId by = staff(page, "emergency", person -> true);
        emergencies.press(page.unit(), by, message.key());
    }

    void takeBack(LivePage page, PageMessage.NoEmergency message) {
        ParticipantId by = staff(page, "no-emergency", person -> true);
        emergencies.takeBack(page.unit(), by, message.key());
    }

    void place(LivePage page, PageMessage.Place message) {
        ParticipantId by = staff(page, "patient-place", person -> true);
        places.write(page.unit(), by, message.part(), message.text());
    }

    /** Once said, the patient is an alias to everybody in the call, in lists and in later calls. */
    void protect(LivePage page) {
        staff(page, "protect-identity", person -> true);
        protection.protect(page.unit(), AuditedActor.of(page.actor()));
    }

    void instruct(LivePage page, PageMessage.Instruct message) {
        ParticipantId by = staff(page, "instruct", person -> person.role() == ParticipantRole.PROFESSIONAL);
        instructions.write(page.unit(), by, message.key(), message.text());
    }

    /** Whoever is at the patient's, also when they are licensed themselves (R0-18). */
    void understand(LivePage page, PageMessage.Understood message) {
        ParticipantId by = staff(page, "understood", person -> person.seat() != null);
        instructions.understand(page.unit(), by, message.key());
    }

    /** The member of staff who speaks from this page: in the call, and one of those who may. */
    private ParticipantId staff(LivePage page, String action, Predicate<Participant> may) {
        var event = AuditEvent.wrote(action, "conversation", page.unit());
        var staff = participants.of(page.unit()).stream()
                .filter(page.attendee()::is)
                .filter(person -> person.standing() == Standing.ADMITTED)
                .filter(person ->
                        person.role() == ParticipantRole.CARE_WORKER || person.role() == ParticipantRole.PROFESSIONAL)
                .filter(may)
                .findFirst();
        record(page, staff.isPresent() ? event : event.refused("meetings.staff-only"));
        return staff.map(Participant::id).orElseThrow(() -> new MeetingProblem.StaffOnly().asException());
    }

    private void record(LivePage page, AuditEventBuilder event) {
        audit.record(AuditedActor.of(page.actor()).on(event).at(clock.instant()));
    }
}
