package se.vardmote.assessment.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.web.ContactPage.Event;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.journal.Duties;
import se.vardmote.journal.Duty;
import se.vardmote.journal.Notes;
import se.vardmote.journal.Pictures;
import se.vardmote.journal.RecordEntries;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.Texts;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.organisation.Staff;
import se.vardmote.platform.ProblemException;
import se.vardmote.retention.RetentionProblem;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ParticipantId;

/** Puts together what happened in one contact, as long as each part of it is kept. */
@Component
class ContactReader {
    private final Duties duties;
    private final Notes notes;
    private final RecordEntries entries;
    private final Pictures pictures;
    private final DropIns dropIns;
    private final Participants participants;
    private final Texts texts;
    private final Clients clients;
    private final ColleaguesInTheCall colleagues;
    private final Organisation organisation;
    private final Clock clock;

    ContactReader(
            Duties duties,
            Notes notes,
            RecordEntries entries,
            Pictures pictures,
            DropIns dropIns,
            Participants participants,
            Texts texts,
            Clients clients,
            ColleaguesInTheCall colleagues,
            Organisation organisation,
            Clock clock) {
        this.duties = duties;
        this.notes = notes;
        this.entries = entries;
        this.pictures = pictures;
        this.dropIns = dropIns;
        this.participants = participants;
        this.texts = texts;
        this.clients = clients;
        this.colleagues = colleagues;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Record the printing first. */
    ContactPage read(StaffMember staff, Duty duty) {
        Client client = clients.find(duty.careProvider(), duty.client()).orElseThrow();
        Client.Shown shown = client.shown();
        Optional<List<Event>> content = content(duty);
        List<Event> events = new ArrayList<>(documented(duty));
        content.ifPresent(events::addAll);
        events.sort(Comparator.comparing(Event::at));
        return new ContactPage(
                duty.id().toString(),
                shown.name(),
                shown.identity(),
                unitName(duty.unit()),
                organisation.staff(duty.staff()).map(Staff::name).orElse(""),
                duties.background(duty).reason(),
                events,
                content.isEmpty(),
                notes.latest(duty).orElse(null),
                pictures.of(duty),
                clock.instant(),
                staff.name());
    }

    /** What stays: from the documentation. */
    private List<Event> documented(Duty duty) {
        List<Event> events = new ArrayList<>();
        var background = duties.background(duty);
        if (background.informed().equals("yes")) events.add(Event.of(background.startedAt(), "informed"));
        else events.add(Event.of(background.startedAt(), "not-informed", background.informedWhy()));
        events.add(Event.of(background.startedAt(), "admitted"));
        for (var occurrence : background.occurrences()) {
            events.add(Event.of(occurrence.at(), occurrence.code(), occurrence.by(), occurrence.text()));
        }
        if (background.endedAt() != null) events.add(Event.of(background.endedAt(), "ended"));
        events.addAll(colleagues.of(duty.meeting()));
        for (var picture : pictures.of(duty)) {
            events.add(Event.of(picture.takenAt(), "picture", picture.takenBy()));
            events.add(Event.of(picture.savedAt(), "picture-saved", picture.savedBy()));
        }
        for (var note : notes.of(duty)) {
            String code = note.version() == 1 ? "signed" : "corrected";
            events.add(Event.of(note.signedAt(), code, note.signedBy(), String.valueOf(note.version())));
        }
        for (var entry : entries.of(duty)) {
            events.add(
                    entry.system() == null
                            ? Event.of(entry.at(), "not-entered", entry.by())
                            : Event.of(entry.at(), "entered", entry.by(), entry.system()));
        }
        return events;
    }

    /** What goes after sixty days; empty when it has gone. */
    private Optional<List<Event>> content(Duty duty) {
        try {
            // What was written in another care provider's call is theirs to print.
            return dropIns.of(duty.conversation())
                    .filter(dropIn -> dropIn.careProvider().equals(duty.careProvider()))
                    .map(dropIn -> content(duty, dropIn));
        } catch (ProblemException e) {
            if (e.problem() instanceof RetentionProblem.Forgotten) return Optional.empty();
            throw e;
        }
    }

    private List<Event> content(Duty duty, DropIn dropIn) {
        List<Event> events = new ArrayList<>();
        DropIn.Typed typed = dropIn.typed();
        String from = dropIn.fromUnit() == null ? "" : unitName(dropIn.fromUnit());
        events.add(Event.of(dropIn.knockedAt(), from.isEmpty() ? "knocked" : "knocked-from", typed.staffName(), from));
        events.add(Event.of(dropIn.knockedAt(), "agreed", typed.spokenWith()));
        DropIn.Judgement judgement = dropIn.judgement();
        if (judgement != null) events.add(Event.of(judgement.at(), "judged", judgement.byName()));
        Map<ParticipantId, String> names = participants.of(duty.conversation()).stream()
                .collect(Collectors.toMap(Participant::id, Participant::name));
        for (var text : texts.after(duty.conversation(), 0)) {
            events.add(Event.of(text.at(), "text", names.getOrDefault(text.author(), ""), text.text()));
        }
        return events;
    }

    private String unitName(CareUnitId unit) {
        return organisation.unit(unit).map(CareUnit::name).orElse("");
    }
}
