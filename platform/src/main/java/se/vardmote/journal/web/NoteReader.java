package se.vardmote.journal.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.vardmote.access.CareAccess;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEventBuilder;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.journal.DutyBackground;
import se.vardmote.journal.IdentityCorrection;
import se.vardmote.journal.NoteDrafts;
import se.vardmote.journal.NoteText;
import se.vardmote.journal.Notes;
import se.vardmote.journal.Pictures;
import se.vardmote.journal.RecordEntries;
import se.vardmote.journal.RightPatient;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.vocabulary.DutyId;
import se.vardmote.vocabulary.PersonId;

/** Finds notes for those whose they are, puts on record that they do something with them, and reads them together. */
@Component
class NoteReader {
    private final CareAccess care;
    private final Duties duties;
    private final NoteDrafts drafts;
    private final Notes notes;
    private final RecordEntries entries;
    private final Pictures pictures;
    private final RightPatient rightPatient;
    private final Clients clients;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Clock clock;

    NoteReader(
            CareAccess care,
            Duties duties,
            NoteDrafts drafts,
            Notes notes,
            RecordEntries entries,
            Pictures pictures,
            RightPatient rightPatient,
            Clients clients,
            Organisation organisation,
            AuditLog audit,
            Clock clock) {
        this.care = care;
        this.duties = duties;
        this.drafts = drafts;
        this.notes = notes;
        this.entries = entries;
        this.pictures = pictures;
        this.rightPatient = rightPatient;
        this.clients = clients;
        this.organisation = organisation;
        this.audit = audit;
        this.clock = clock;
    }

    /** The duty of a call that is theirs; an attempt at any other is on record. */
    Duty find(StaffMember staff, String id) {
        DutyId duty = DutyId.of(id);
        Relation relation = care.require(staff, "note", duty);
        return duties.find(relation.careProvider(), duty).orElseThrow();
    }

    /** Call before anything of it is shown or written. */
    void record(StaffMember staff, Duty duty, AuditEventBuilder event) {
        audit.record(event.by(ActorKind.STAFF, staff.staff(), staff.name())
                .under(staff.commission())
                .of(duty.careProvider(), duty.unit())
                .about(duty.client())
                .at(clock.instant()));
    }

    /** With what there is to go on from: the latest version, else the draft. */
    NotePage page(StaffMember staff, Duty duty) {
        return page(staff, duty, toGoOnFrom(duty), Map.of());
    }

    NoteText toGoOnFrom(Duty duty) {
        return notes.latest(duty).map(note -> note.text()).orElseGet(() -> renamed(duty, drafts.text(duty)));
    }

    /** What was typed; a part that was not sent stays as it was. */
    NoteText text(Duty duty, Map<String, String> typed) {
        NoteText before = toGoOnFrom(duty);
        return NoteText.of(part -> typed.getOrDefault(part.word(), before.part(part)));
    }

    /** What nobody has signed yet names neither the wrong patient nor, by name, anybody with protected personal data. */
    NoteText renamed(Duty duty, NoteText text) {
        NoteText now = text;
        for (IdentityCorrection correction : rightPatient.of(duty)) {
            now = replaced(now, correction.fromName(), correction.toName());
        }
        for (String colleague : duties.hiddenSince(duty)) now = replaced(now, colleague, Client.ALIAS.value());
        Client client = client(duty);
        return client.protectedIdentity() ? replaced(now, client.name().value(), Client.ALIAS.value()) : now;
    }

    private static NoteText replaced(NoteText text, String name, String by) {
        return NoteText.of(part -> text.part(part).replace(name, by));
    }

    NotePage page(StaffMember staff, Duty duty, NoteText text, Map<String, String> errors) {
        return new NotePage(
                duty.id().toString(),
                facts(duty),
                text,
                duty.savedAt(),
                notes.of(duty),
                entries.of(duty),
                entries.systemLastUsedBy(staff).orElse(""),
                pictures.of(duty),
                new NotePage.Patient(
                        duty.client().toString(),
                        rightPatient.confirmation(duty).orElse(null),
                        corrections(duty),
                        isAnotherElsewhere(duty)),
                WrongPatientForm.EMPTY,
                errors);
    }

    /** With names as shown: the trace of a protected patient tells none. */
    private List<IdentityCorrection> corrections(Duty duty) {
        List<IdentityCorrection> all = rightPatient.of(duty);
        return client(duty).protectedIdentity()
                ? all.stream().map(IdentityCorrection::hidden).toList()
                : all;
    }

    /** A call of several care providers: each corrects its own, and the others are told that theirs differs. */
    private boolean isAnotherElsewhere(Duty duty) {
        PersonId here = client(duty).identity();
        return duties.allOf(duty.meeting()).stream()
                .anyMatch(other -> !client(other).identity().equals(here));
    }

    /** Who took part was written down under the name of the patient as it was thought then. */
    private List<DutyBackground.Attendance> renamed(Duty duty, Client client, List<DutyBackground.Attendance> people) {
        List<DutyBackground.Attendance> now = people;
        for (IdentityCorrection correction : rightPatient.of(duty)) {
            now = renamed(now, correction.fromName(), correction.toName());
        }
        return client.protectedIdentity() ? renamed(now, client.name().value(), Client.ALIAS.value()) : now;
    }

    private static List<DutyBackground.Attendance> renamed(
            List<DutyBackground.Attendance> people, String name, String by) {
        return people.stream()
                .map(person -> person.profession() == null && person.name().equals(name)
                        ? new DutyBackground.Attendance(by, null, person.identification(), person.staff())
                        : person)
                .toList();
    }

    private Client client(Duty duty) {
        return clients.find(duty.careProvider(), duty.client()).orElseThrow();
    }

    NoteFacts facts(Duty duty) {
        Client client = client(duty);
        DutyBackground background = duties.background(duty);
        Client.Shown shown = client.shown();
        return new NoteFacts(
                shown.name(),
                shown.identity(),
                organisation.unit(duty.unit()).map(CareUnit::name).orElse(""),
                organisation.staff(duty.staff()).map(Staff::name).orElse(""),
                background.reason(),
                background.startedAt(),
                background.endedAt(),
                background.informed(),
                background.informedWhy(),
                renamed(duty, client, background.attendance()),
                background.occurrences());
    }
}
