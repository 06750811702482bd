package se.vardmote.assessment.web;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Escalations;
import se.vardmote.assessment.Roster;
import se.vardmote.assessment.UnitSetting;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.meetings.Attendance;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.Text;
import se.vardmote.meetings.Texts;
import se.vardmote.organisation.CareUnit;
import se.vardmote.organisation.Organisation;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** Reads those who wait at a unit into rows. Whoever shows them has audited it first. */
@Component
class WaitingBoard {
    private final DropIns dropIns;
    private final Clients clients;
    private final Participants participants;
    private final Texts texts;
    private final Attendance attendance;
    private final Organisation organisation;
    private final Escalations escalations;
    private final Roster roster;
    private final Clock clock;

    WaitingBoard(
            DropIns dropIns,
            Clients clients,
            Participants participants,
            Texts texts,
            Attendance attendance,
            Organisation organisation,
            Escalations escalations,
            Roster roster,
            Clock clock) {
        this.dropIns = dropIns;
        this.clients = clients;
        this.participants = participants;
        this.texts = texts;
        this.attendance = attendance;
        this.organisation = organisation;
        this.escalations = escalations;
        this.roster = roster;
        this.clock = clock;
    }

    /** @param posts the reader in each of their commissions */
    List<DropIn> waiting(List<StaffMember> posts) {
        return dropIns.waitingAt(posts.getFirst().careProvider(), units(posts));
    }

    /** Everything there is to show of them, for whoever holds the same commissions. */
    Board read(List<StaffMember> posts, List<DropIn> waiting) {
        Set<DropInId> sought = waiting.isEmpty()
                ? Set.of()
                : Set.copyOf(escalations.soughtAt(posts.getFirst().careProvider(), units(posts)));
        Map<CareUnitId, CareUnit> named = named(waiting);
        Map<CareUnitId, Set<String>> suitable = organisation.suitableCare(
                waiting.stream().map(DropIn::receivingUnit).collect(Collectors.toSet()));
        Map<CareUnitId, List<StaffId>> onDuty = new HashMap<>();
        Instant now = clock.instant();
        List<RetentionUnitId> conversations =
                waiting.stream().map(DropIn::conversation).toList();
        Set<RetentionUnitId> present = attendance.withSomebodyPresent(conversations);
        Map<RetentionUnitId, List<Participant>> guests = participants.guestsWaiting(conversations);
        Set<RetentionUnitId> away = attendance.withSomebodyAway(conversations);
        return new Board(
                waiting.stream()
                        .map(dropIn -> new Board.Waiting(
                                dropIn,
                                name(named, dropIn.receivingUnit()),
                                patient(dropIn),
                                dropIn.fromUnit() == null ? null : name(named, dropIn.fromUnit()),
                                soundsFirstFor(dropIn, now, onDuty),
                                sought.contains(dropIn.id()),
                                present.contains(dropIn.conversation()),
                                away.contains(dropIn.conversation()),
                                suits(dropIn, suitable),
                                lines(dropIn.conversation()),
                                guests.getOrDefault(dropIn.conversation(), List.of())))
                        .toList(),
                now);
    }

    /** What the head of the unit that answers has said of such care; null when nobody has (R2-20). */
    private static @Nullable Boolean suits(DropIn dropIn, Map<CareUnitId, Set<String>> suitable) {
        Set<String> said = suitable.get(dropIn.receivingUnit());
        return said == null ? null : said.contains(dropIn.reason().name());
    }

    private static List<CareUnitId> units(List<StaffMember> posts) {
        return posts.stream().map(StaffMember::unit).toList();
    }

    private Map<CareUnitId, CareUnit> named(List<DropIn> waiting) {
        Set<CareUnitId> some = waiting.stream()
                .flatMap(dropIn ->
                        Stream.concat(Stream.of(dropIn.receivingUnit()), Stream.ofNullable(dropIn.fromUnit())))
                .collect(Collectors.toSet());
        return organisation.units(some).stream().collect(Collectors.toMap(CareUnit::id, Function.identity()));
    }

    private static String name(Map<CareUnitId, CareUnit> named, CareUnitId unit) {
        return Optional.ofNullable(named.get(unit)).map(CareUnit::name).orElse("");
    }

    /** With whom it is agreed, for the first moments and only if they are on duty: else it sounds for all at once. */
    private @Nullable StaffId soundsFirstFor(DropIn dropIn, Instant now, Map<CareUnitId, List<StaffId>> onDuty) {
        StaffId agreed = dropIn.agreedWith();
        if (agreed == null || !now.isBefore(dropIn.knockedAt().plus(UnitSetting.AGREED_FIRST))) return null;
        return onDuty.computeIfAbsent(dropIn.receivingUnit(), roster::at).contains(agreed) ? agreed : null;
    }

    private PersonId patient(DropIn dropIn) {
        return clients.find(dropIn.careProvider(), dropIn.client())
                .map(Client::identity)
                .orElseThrow();
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
