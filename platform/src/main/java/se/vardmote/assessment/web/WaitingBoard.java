package se.vardmote.assessment.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropIns;
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
    private final Clock clock;

    WaitingBoard(
            DropIns dropIns,
            Clients clients,
            Participants participants,
            Texts texts,
            Attendance attendance,
            Organisation organisation,
            Clock clock) {
        this.dropIns = dropIns;
        this.clients = clients;
        this.participants = participants;
        this.texts = texts;
        this.attendance = attendance;
        this.organisation = organisation;
        this.clock = clock;
    }

    List<DropIn> waiting(StaffMember reader) {
        return dropIns.waitingAt(reader.careProvider(), reader.unit());
    }

    /** Everything there is to show of them, for whoever may look. */
    Board read(List<DropIn> waiting) {
        List<RetentionUnitId> conversations =
                waiting.stream().map(DropIn::conversation).toList();
        Set<RetentionUnitId> present = attendance.withSomebodyPresent(conversations);
        Set<RetentionUnitId> away = attendance.withSomebodyAway(conversations);
        return new Board(
                waiting.stream()
                        .map(dropIn -> new Board.Waiting(
                                dropIn,
                                patient(dropIn),
                                fromUnit(dropIn),
                                present.contains(dropIn.conversation()),
                                away.contains(dropIn.conversation()),
                                lines(dropIn.conversation())))
                        .toList(),
                clock.instant());
    }

    private PersonId patient(DropIn dropIn) {
        return clients.find(dropIn.careProvider(), dropIn.client())
                .map(Client::identity)
                .orElseThrow();
    }

    private @Nullable String fromUnit(DropIn dropIn) {
        return Optional.ofNullable(dropIn.fromUnit())
                .flatMap(organisation::unit)
                .map(CareUnit::name)
                .orElse(null);
    }

    private List<Board.Line> lines(RetentionUnitId conversation) {
        List<Text> said = texts.after(conversation, 0);
        if (said.isEmpty()) return List.of();
        List<Participant> people = participants.of(conversation);
        return said.stream()
                .flatMap(text -> people.stream()
                        .filter(person -> person.id().equals(text.author()))
                        .map(author -> new Board.Line(author.name(), author.staff(), text.text(), text.at())))
                .toList();
    }
}
