package se.vardmote.meetings.room;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.vardmote.media.LineKey;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.ParticipantRole;
import se.vardmote.meetings.Standing;
import se.vardmote.meetings.WaitingPlaces.Refusal;
import se.vardmote.meetings.WaitingPlaces.WaitingPlace;
import se.vardmote.vocabulary.ConnectionId;
import se.vardmote.vocabulary.PhoneNumber;

/**
 * A conversation as it stands in the database at one moment, and what each of its pages may see of it.
 *
 * @param lastSequence of its texts
 * @param meeting null while somebody waits, and when the answer was no
 * @param place what the waiting side is told; null when nothing is known
 * @param pictures for professionals only
 * @param company what the professionals have arranged between them
 */
record Snapshot(
        long lastSequence,
        boolean closed,
        @Nullable Meeting meeting,
        @Nullable WaitingPlace place,
        boolean pictureWanted,
        ServerMessage.Pictures pictures,
        Company company,
        List<Participant> people,
        List<Connections.Row> connections,
        CareOfPatient.Found care) {

    Stage stage(Attendee attendee) {
        if (meeting != null && !meeting.goesOn()) return Stage.ENDED;
        Stage stage = person(attendee).map(person -> of(person.standing())).orElse(Stage.LEFT);
        return stage == Stage.ADMITTED && isParked() ? Stage.PARKED : stage;
    }

    boolean isParked() {
        return meeting != null && meeting.parked();
    }

    /** The lines of those who are in the call, on whichever node, with their epochs. */
    Map<LineKey, Long> admittedLines() {
        return connections.stream()
                .filter(row -> stage(row.attendee()) == Stage.ADMITTED)
                .collect(Collectors.toMap(row -> new LineKey(row.id().value()), Connections.Row::epoch));
    }

    /** Whether another node has taken the connection over. */
    boolean isElsewhere(ConnectionId connection) {
        return connections.stream().anyMatch(row -> row.id().equals(connection) && !row.ours());
    }

    Optional<Participant> person(Attendee attendee) {
        return people.stream().filter(attendee::is).findFirst();
    }

    ServerMessage.State seenBy(Attendee attendee, boolean mediaAvailable) {
        Stage stage = stage(attendee);
        WaitingPlace waiting = stage == Stage.WAITING ? place : null;
        return new ServerMessage.State(
                lastSequence,
                stage,
                waiting == null ? null : waiting.place(),
                waiting == null ? null : waiting.since(),
                waiting == null ? List.of() : steps(waiting),
                place == null ? null : unit(place),
                mediaAvailable && stage.live(),
                stage == Stage.ADMITTED && chairs(attendee),
                meeting == null ? null : meeting.openedAt(),
                place == null || stage != Stage.REFUSED ? null : refusal(place.refusal()),
                null,
                stage == Stage.ADMITTED && pictureWanted,
                seesPictures(stage, attendee) ? pictures : null,
                visible(stage, attendee));
    }

    /**
     * What was said is for those who have been in, also afterwards. Before anybody is, whoever waits reads what is written to them; a guest who
     * waits beside others only their own lines. However it ends, who never was in reads no more than that.
     */
    boolean mayRead(Attendee attendee) {
        if (hasBeenIn(attendee)) return true;
        if (meeting != null) return false;
        return !isGuest(attendee, people)
                || people.stream().filter(person -> person.seat() != null).allMatch(attendee::is);
    }

    private boolean hasBeenIn(Attendee attendee) {
        return people.stream().filter(attendee::is).anyMatch(Participant::hasBeenIn);
    }

    /** A patient or a relative at a page of their own: nobody of the staff sits beside them. */
    static boolean isGuest(Attendee attendee, List<Participant> people) {
        return people.stream()
                .filter(attendee::is)
                .allMatch(person ->
                        person.role() == ParticipantRole.PATIENT || person.role() == ParticipantRole.RELATIVE);
    }

    ServerMessage.Together arrangedFor(Attendee attendee) {
        return company.seenBy(attendee, meeting, people, connections);
    }

    private static List<ServerMessage.Step> steps(WaitingPlace place) {
        return place.steps().stream()
                .map(step ->
                        new ServerMessage.Step(ServerMessage.SoughtKind.valueOf(step.kind()), step.unit(), step.at()))
                .toList();
    }

    /** Whoever took one never gets it back. */
    private static boolean seesPictures(Stage stage, Attendee attendee) {
        return (stage == Stage.ADMITTED || stage == Stage.ENDED) && attendee instanceof Attendee.StaffAttendee;
    }

    private static ServerMessage.Unit unit(WaitingPlace place) {
        return new ServerMessage.Unit(place.unitName(), new PhoneNumber(place.unitPhone()).display());
    }

    private boolean chairs(Attendee attendee) {
        return meeting != null
                && attendee instanceof Attendee.StaffAttendee(var staff)
                && staff.equals(meeting.chair());
    }

    /** Who has not been let in is never told who is on the other side, beyond what they wrote themselves. */
    private List<ServerMessage.Person> visible(Stage stage, Attendee attendee) {
        boolean all = stage == Stage.ADMITTED || stage == Stage.PARKED || stage == Stage.ENDED && hasBeenIn(attendee);
        return people.stream()
                .filter(person -> person.standing() != Standing.INVITED)
                .filter(person ->
                        person.standing() != Standing.WAITING || seesWhoWaits(attendee) || attendee.is(person))
                .filter(person -> all || attendee.is(person))
                .map(person -> shown(person, attendee))
                .toList();
    }

    /** Who has come late is told to those who may let them in, not to the other guests. */
    private static boolean seesWhoWaits(Attendee attendee) {
        return attendee instanceof Attendee.StaffAttendee;
    }

    private ServerMessage.Person shown(Participant person, Attendee viewer) {
        Optional<Connections.Row> connection =
                connections.stream().filter(row -> row.attendee().is(person)).reduce((older, newer) -> newer);
        return new ServerMessage.Person(
                person.id().value(),
                person.name(),
                person.role(),
                person.profession(),
                person.identification(),
                person.vouchedBy(),
                viewer.is(person),
                person.standing() == Standing.WAITING,
                person.standing() == Standing.ADMITTED
                        && connection.map(Connections.Row::present).orElse(false),
                person.standing() == Standing.ADMITTED
                        && connection.map(Connections.Row::away).orElse(false),
                connection
                        .filter(row -> person.standing() != Standing.WAITING || viewer.is(person))
                        .map(row -> row.id().value())
                        .orElse(null),
                connection.map(Connections.Row::microphone).orElse(TrackState.OFF),
                connection.map(Connections.Row::camera).orElse(TrackState.OFF));
    }

    private static ServerMessage.@Nullable Refusal refusal(@Nullable Refusal refusal) {
        return refusal == null
                ? null
                : new ServerMessage.Refusal(refusal.outcome(), refusal.reasonCode(), refusal.message(), refusal.by());
    }

    private static Stage of(Standing standing) {
        return switch (standing) {
            case WAITING -> Stage.WAITING;
            case ADMITTED -> Stage.ADMITTED;
            case REFUSED -> Stage.REFUSED;
            case LEFT, INVITED -> Stage.LEFT;
        };
    }
}
