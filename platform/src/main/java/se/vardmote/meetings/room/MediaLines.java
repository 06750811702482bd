package se.vardmote.meetings.room;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import se.vardmote.media.Availability;
import se.vardmote.media.Line;
import se.vardmote.media.LineEvents;
import se.vardmote.media.LineKey;
import se.vardmote.media.LineRights;
import se.vardmote.media.MediaRooms;
import se.vardmote.media.RoomKey;
import se.vardmote.vocabulary.ConnectionId;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.RetentionUnitId;

/** What a page's connection needs of the media server and of its row, so that the page itself stays simple. */
final class MediaLines {
    private final MediaRooms rooms;
    private final Connections connections;
    private final Predicate<RetentionUnitId> hidden;
    private final Consumer<RetentionUnitId> refresh;

    /** @param hidden in which conversations no party may learn another's address */
    MediaLines(
            MediaRooms rooms,
            Connections connections,
            Predicate<RetentionUnitId> hidden,
            Consumer<RetentionUnitId> refresh) {
        this.rooms = rooms;
        this.connections = connections;
        this.hidden = hidden;
        this.refresh = refresh;
    }

    boolean available() {
        return rooms.availability() == Availability.AVAILABLE;
    }

    /** A media server hides addresses anyway; only where pages send to each other is it asked whether they must be hidden. */
    LineRights allowed(RetentionUnitId unit, LineRights rights) {
        return rooms.direct() && hidden.test(unit) ? rights.hidingAddress() : rights;
    }

    Line connect(RetentionUnitId unit, LineKey key, long epoch, LineRights rights, LineEvents events) {
        return rooms.connect(new RoomKey(unit.value()), key, epoch, rights, events);
    }

    long nextEpoch(ConnectionId id) {
        return connections.nextEpoch(id);
    }

    void refresh(RetentionUnitId unit) {
        refresh.accept(unit);
    }

    ServerMessage.Welcome welcome(ConnectionId id, long epoch, boolean resumed, ParticipantId person) {
        return new ServerMessage.Welcome(
                id.value(),
                epoch,
                resumed,
                person.value(),
                available() ? MediaState.AVAILABLE : MediaState.UNAVAILABLE,
                List.of(),
                rooms.videoBitrate(),
                rooms.direct());
    }
}
