package se.vardmote.media;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Rooms on Janus's video room plug-in, commanded over one WebSocket. When Janus dies every line is told so, the link is
 * made again, and a room comes back with the next line in it.
 */
final class JanusRooms implements MediaRooms {
    private final JanusServer server;
    private final Rooms rooms;
    private final Map<RoomKey, JanusRoom> open = new ConcurrentHashMap<>();
    private final JanusLifeline lifeline;
    private Set<RoomKey> suspects = Set.of();

    /** @param server closed with the rooms */
    JanusRooms(JanusServer server, Rooms rooms) {
        this.server = server;
        this.rooms = rooms;
        this.lifeline = new JanusLifeline(server, link -> open.values().forEach(room -> room.serverLost(link)));
    }

    @Override
    public Availability availability() {
        Availability reachable = server.availability();
        if (reachable != Availability.AVAILABLE) return reachable;
        return lifeline.isDown() ? Availability.NOT_ANSWERING : Availability.AVAILABLE;
    }

    @Override
    public long interruptions() {
        return lifeline.losses();
    }

    @Override
    public int videoBitrate() {
        return rooms.videoBitrate();
    }

    @Override
    public void warm(RoomKey room) {
        in(room, JanusRoom::warm);
    }

    @Override
    public Line connect(RoomKey room, LineKey line, long epoch, LineRights rights, LineEvents events) {
        var connected = new Line[1];
        in(room, in -> connected[0] = in.connect(line, epoch, rights, events));
        return connected[0];
    }

    @Override
    public void seen(RoomKey room, Map<LineKey, Long> lines) {
        open.computeIfPresent(room, (_, present) -> {
            present.seen(lines);
            return present;
        });
    }

    @Override
    public void destroy(RoomKey room) {
        in(room, JanusRoom::destroy);
        open.keySet().forEach(key -> open.computeIfPresent(key, (_, present) -> present.isGone() ? null : present));
    }

    @Override
    public synchronized void keepOnly(Set<RoomKey> known) {
        var unknown = new HashSet<RoomKey>(open.keySet());
        unknown.addAll(onServer());
        unknown.removeAll(known);
        unknown.stream().filter(suspects::contains).forEach(this::destroy);
        suspects = unknown;
    }

    /** The rooms that are on the server now, whoever made them; none while it is away. */
    List<RoomKey> onServer() {
        return lifeline.linkIfUp().map(rooms::list).orElse(List.of());
    }

    @Override
    public void close() {
        lifeline.close();
        server.close();
    }

    /** Under the map's lock, so that a room is never forgotten while somebody enters it. */
    private void in(RoomKey key, Consumer<JanusRoom> work) {
        open.compute(key, (_, present) -> {
            JanusRoom room = present == null ? new JanusRoom(key, lifeline, rooms) : present;
            work.accept(room);
            return room;
        });
    }
}
