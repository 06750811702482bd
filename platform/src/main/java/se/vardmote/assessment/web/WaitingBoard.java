package se.vardmote.assessment.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Roster;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.meetings.Attendance;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.Text;
import se.vardmote.meetings.Texts;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.RetentionUnitId;

/** Reads those who wait at a unit into rows. Whoever shows them has audited it first. */
@Component
class WaitingBoard {
    private final DropIns dropIns;
    private final Clients clients;
    private final Participants participants;
    private final Texts texts;
    private final Attendance attendance;
    private final Organisation organisation;
    private final Roster roster;
    private final Clock clock;

    WaitingBoard(
            DropIns dropIns,
            Clients clients,
            Participants participants,
            Texts texts,
            Attendance attendance,
            Organisation organisation,
            Roster roster,
            Clock clock) {
        this.dropIns = dropIns;
        this.clients = clients;
        this.participants = participants;
        this.texts = texts;
        this.attendance = attendance;
        this.organisation = organisation;
        this.roster = roster;
        this.clock = clock;
    }

    List<DropIn> waiting(StaffMember reader) {
        return dropIns.waitingAt(reader.careProvider(), reader.unit());
    }

    /** The list as one reader sees it. {@code judgements} are those that were refused just now, by drop-in. */
    WaitingList shownTo(StaffMember reader, List<DropIn> waiting, Map<String, WaitingRow.Judgement> judgements) {
        Set<RetentionUnitId> present = attendance.withSomebodyPresent(
                waiting.stream().map(DropIn::conversation).toList());
        List<WaitingRow> rows = waiting.stream()
                .map(dropIn -> row(
                        reader,
                        dropIn,
                        present.contains(dropIn.conversation()),
                        judgements.getOrDefault(dropIn.id().toString(), WaitingRow.Judgement.NONE)))
                .toList();
        return new WaitingList(
                roster.isOn(reader),
                false,
                rows,
                WaitingList.HOME_VISIT_REASONS,
                WaitingList.OTHER_WAY_REASONS,
                clock.instant());
    }

    private WaitingRow row(StaffMember reader, DropIn dropIn, boolean present, WaitingRow.Judgement judgement) {
        PersonId patient = clients.find(dropIn.careProvider(), dropIn.client())
                .map(Client::identity)
                .orElseThrow();
        return new WaitingRow(
                dropIn.id().toString(),
                dropIn.reason().name(),
                dropIn.typed().patientName(),
                patient.kind() == PersonId.Kind.UNKNOWN ? null : patient.display(),
                kind(patient),
                dropIn.typed().identityNote(),
                dropIn.typed().staffName(),
                dropIn.typed().staffPhone().e164(),
                fromUnit(dropIn),
                dropIn.fromArea(),
                dropIn.typed().spokenWith(),
                dropIn.knockedAt(),
                present,
                lines(reader, dropIn.conversation()),
                judgement);
    }

    private static String kind(PersonId patient) {
        return switch (patient.kind()) {
            case PERSONAL_NUMBER, COORDINATION_NUMBER -> "personal";
            case RESERVE_NUMBER -> "reserve";
            case UNKNOWN -> "unknown";
        };
    }

    private @Nullable String fromUnit(DropIn dropIn) {
        return Optional.ofNullable(dropIn.fromUnit())
                .flatMap(organisation::unit)
                .map(CareUnit::name)
                .orElse(null);
    }

    private List<WaitingRow.TextLine> lines(StaffMember reader, RetentionUnitId conversation) {
        List<Text> said = texts.after(conversation, 0);
        if (said.isEmpty()) return List.of();
        List<Participant> people = participants.of(conversation);
        return said.stream()
                .flatMap(text -> people.stream()
                        .filter(person -> person.id().equals(text.author()))
                        .map(author -> new WaitingRow.TextLine(
                                author.name(),
                                text.text(),
                                text.at(),
                                reader.staff().equals(author.staff()))))
                .toList();
    }
}
