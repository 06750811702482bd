package se.vardmote.meetings.room;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.meetings.Meeting;
import se.vardmote.meetings.Meetings;
import se.vardmote.meetings.Participants;
import se.vardmote.meetings.SentPicture;
import se.vardmote.meetings.SentPictures;
import se.vardmote.meetings.WaitingPlaces;
import se.vardmote.meetings.WaitingPlaces.WaitingPlace;
import se.vardmote.organisation.ImageRoutine;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.SeatId;

/** Reads conversations as they stand. */
@Component
class Snapshots {
    private static final ServerMessage.Pictures NO_PICTURES = new ServerMessage.Pictures(false, null, List.of());
    private final JdbcClient jdbc;
    private final Meetings meetings;
    private final Participants participants;
    private final Connections connections;
    private final List<WaitingPlaces> places;
    private final SentPictures pictures;
    private final CompanyReader company;
    private final CareOfPatient care;

    Snapshots(
            JdbcClient jdbc,
            Meetings meetings,
            Participants participants,
            Connections connections,
            List<WaitingPlaces> places,
            SentPictures pictures,
            CompanyReader company,
            CareOfPatient care) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.participants = participants;
        this.connections = connections;
        this.places = places;
        this.pictures = pictures;
        this.company = company;
        this.care = care;
    }

    /** Empty for a conversation that never was. */
    Optional<Snapshot> read(RetentionUnitId unit) {
        return jdbc.sql("""
                        select last_sequence, closed_at is not null as closed, picture_wanted_at is not null as wanted
                        from meetings.conversation where retention_unit_id = ?""")
                .params(unit.value())
                .query((row, i) ->
                        new Head(row.getLong("last_sequence"), row.getBoolean("closed"), row.getBoolean("wanted")))
                .optional()
                .map(head -> read(unit, head));
    }

    private Snapshot read(RetentionUnitId unit, Head head) {
        Meeting meeting = meetings.of(unit).orElse(null);
        return new Snapshot(
                head.lastSequence(),
                head.closed(),
                meeting,
                place(unit),
                head.pictureWanted(),
                meeting == null ? NO_PICTURES : pictures(meeting),
                meeting == null ? Company.NONE : company.of(meeting),
                participants.of(unit),
                connections.of(unit),
                care.of(unit));
    }

    private ServerMessage.Pictures pictures(Meeting meeting) {
        List<SentPicture> undecided = pictures.undecided(meeting.conversation());
        if (undecided.isEmpty()) return NO_PICTURES;
        ImageRoutine routine = pictures.routine(meeting);
        return new ServerMessage.Pictures(
                routine.mayBeSaved(),
                routine.text(),
                undecided.stream()
                        .map(picture -> new ServerMessage.Picture(
                                picture.id().value(), picture.width(), picture.height(), picture.takenAt()))
                        .toList());
    }

    /** Whether whoever sits there may come in: nobody has taken the seat back. */
    boolean isAlive(SeatId seat) {
        return jdbc.sql("""
                        select exists (select from meetings.seat s
                            join meetings.conversation c on c.retention_unit_id = s.retention_unit_id
                            where s.id = ? and (s.dead_at is null or c.closed_at is not null))""").params(seat.value()).query(Boolean.class).single();
    }

    private record Head(long lastSequence, boolean closed, boolean pictureWanted) {}

    private @Nullable WaitingPlace place(RetentionUnitId unit) {
        return places.stream()
                .flatMap(port -> port.about(unit).stream())
                .findFirst()
                .orElse(null);
    }
}
