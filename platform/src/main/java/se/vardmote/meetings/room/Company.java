package se.vardmote.meetings.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.HandOvers;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Standing;
import se.vardmote.vocabulary.StaffId;

/**
 * What the professionals of a call have arranged between them, as it stands in the database.
 *
 * @param writers those who have a note of the call to write
 */
record Company(List<ServerMessage.Asked> asked, HandOvers.@Nullable Offer offer, Set<StaffId> writers) {
    static final Company NONE = new Company(List.of(), null, Set.of());

    ServerMessage.Together seenBy(
            Attendee attendee, @Nullable Meeting meeting, List<Participant> people, List<Connections.Row> connections) {
        StaffId own = attendee instanceof Attendee.StaffAttendee(StaffId staff) ? staff : null;
        boolean leads = meeting != null && meeting.chair().equals(own);
        return new ServerMessage.Together(
                meeting != null && meeting.parked() ? nameOf(meeting.chair(), people) : null,
                leads,
                leads && !somebodyElseLicensed(people, connections, own),
                own != null && writers.contains(own),
                own == null ? List.of() : asked,
                offer(own, people));
    }

    private static boolean somebodyElseLicensed(
            List<Participant> people, List<Connections.Row> connections, @Nullable StaffId own) {
        return people.stream()
                .filter(person -> person.staff() != null && !person.staff().equals(own))
                .filter(person -> person.standing() == Standing.ADMITTED)
                .anyMatch(person ->
                        connections.stream().anyMatch(row -> row.attendee().is(person)));
    }

    private ServerMessage.@Nullable HandOver offer(@Nullable StaffId own, List<Participant> people) {
        if (offer == null || !(offer.from().equals(own) || offer.to().equals(own))) return null;
        return person(offer.to(), people)
                .map(to -> new ServerMessage.HandOver(
                        to.id().value(),
                        nameOf(offer.from(), people),
                        to.name(),
                        offer.to().equals(own)))
                .orElse(null);
    }

    private static String nameOf(StaffId staff, List<Participant> people) {
        return person(staff, people).map(Participant::name).orElse("");
    }

    private static Optional<Participant> person(StaffId staff, List<Participant> people) {
        return people.stream().filter(person -> staff.equals(person.staff())).findFirst();
    }
}
