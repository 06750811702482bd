package se.vardmote.assessment.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropIns;
import se.vardmote.meetings.Emergencies;
import se.vardmote.meetings.Emergency;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.PatientPlace;
import se.vardmote.meetings.PatientPlaces;
import se.vardmote.meetings.Standing;
import se.vardmote.meetings.WayToThePatient;
import se.vardmote.ui.Templates;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.StaffId;

/** Shows emergencies to colleagues at the unit, each reading on record first. */
@Component
class AcuteCalls {
    private final Emergencies emergencies;
    private final PatientPlaces places;
    private final List<WayToThePatient> ways;
    private final DropIns dropIns;
    private final Participants participants;
    private final ReadingTheBoard reading;
    private final Templates templates;

    AcuteCalls(
            Emergencies emergencies,
            PatientPlaces places,
            List<WayToThePatient> ways,
            DropIns dropIns,
            Participants participants,
            ReadingTheBoard reading,
            Templates templates) {
        this.emergencies = emergencies;
        this.places = places;
        this.ways = ways;
        this.dropIns = dropIns;
        this.participants = participants;
        this.reading = reading;
        this.templates = templates;
    }

    private record Acute(DropIn dropIn, boolean parked, Emergency emergency) {}

    /**
     * An emergency as it is told in another call, where others may see the screen: not whose it is, nor who pressed.
     *
     * @param key of the emergency
     * @param from where the care worker came from; else where the call is held
     * @param present colleagues who are in that call, and see it there
     */
    record Signal(String key, CareUnitId from, Instant since, Set<StaffId> present) {}

    /** For one who opens the day, in each of their commissions. */
    AcuteList read(List<StaffMember> posts) {
        List<Acute> acute = at(posts);
        reading.record(List.of(new ReadingTheBoard.Reading(posts, dropIns(acute))));
        return list(acute);
    }

    /**
     * For open pages of the same units. A page of a call is shown nothing, and so nothing is read there.
     *
     * @return what is told in calls instead
     */
    List<Signal> show(List<DayListener> to) {
        List<Acute> acute = at(to.getFirst().posts());
        showOnTheDay(to.stream().filter(listener -> !listener.inCall()).toList(), acute);
        boolean inCalls = to.stream().anyMatch(DayListener::inCall);
        return inCalls ? acute.stream().map(this::signal).toList() : List.of();
    }

    private void showOnTheDay(List<DayListener> to, List<Acute> acute) {
        if (to.isEmpty()) return;
        reading.record(to.stream()
                .map(listener ->
                        new ReadingTheBoard.Reading(listener.posts(), listener.acuteNotYetShown(dropIns(acute))))
                .toList());
        to.forEach(listener -> listener.willBeShownAcute(dropIns(acute)));
        AcuteList list = list(acute);
        Map<DayListener.Look, String> drawn = new HashMap<>();
        for (DayListener listener : to) {
            listener.showAcute(drawn.computeIfAbsent(
                    listener.look(), look -> templates.html(list.view(), look.frame(), look.language())));
        }
    }

    private Signal signal(Acute acute) {
        DropIn dropIn = acute.dropIn();
        Stream<StaffId> present = acute.parked()
                ? Stream.of()
                : participants.of(dropIn.conversation()).stream()
                        .filter(person -> person.standing() == Standing.ADMITTED)
                        .map(Participant::staff)
                        .filter(Objects::nonNull);
        return new Signal(
                acute.emergency().id().toString(),
                Objects.requireNonNullElse(dropIn.fromUnit(), dropIn.receivingUnit()),
                acute.emergency().at(),
                present.collect(Collectors.toSet()));
    }

    private List<Acute> at(List<StaffMember> posts) {
        List<CareUnitId> units = posts.stream().map(StaffMember::unit).toList();
        return emergencies.goingOnAt(posts.getFirst().careProvider(), units).stream()
                .flatMap(goingOn -> dropIns.of(goingOn.conversation()).stream()
                        .map(dropIn -> new Acute(dropIn, goingOn.parked(), goingOn.emergency())))
                .toList();
    }

    private static List<DropIn> dropIns(List<Acute> acute) {
        return acute.stream().map(Acute::dropIn).toList();
    }

    private AcuteList list(List<Acute> acute) {
        return new AcuteList(acute.stream().map(this::row).toList());
    }

    private AcuteList.Row row(Acute acute) {
        DropIn dropIn = acute.dropIn();
        String by = participants.of(dropIn.conversation()).stream()
                .filter(person -> person.id().equals(acute.emergency().by()))
                .map(Participant::name)
                .findFirst()
                .orElse("");
        String from = ways.stream()
                .flatMap(way -> way.about(dropIn.conversation()).stream())
                .map(WayToThePatient.Known::from)
                .findFirst()
                .orElse("");
        return new AcuteList.Row(
                acute.emergency().id().toString(),
                dropIn.reason().name(),
                dropIn.typed().patientName(),
                by,
                acute.emergency().at(),
                dropIn.typed().staffPhone().e164(),
                from,
                places.of(dropIn.conversation()).map(AcuteCalls::parts).orElse(List.of()));
    }

    private static List<AcuteList.PlacePart> parts(PatientPlace place) {
        return Stream.of(
                        new AcuteList.PlacePart("address", place.address()),
                        new AcuteList.PlacePart("floor", place.floor()),
                        new AcuteList.PlacePart("door-code", place.doorCode()),
                        new AcuteList.PlacePart("room", place.room()))
                .filter(part -> !part.text().isEmpty())
                .toList();
    }
}
