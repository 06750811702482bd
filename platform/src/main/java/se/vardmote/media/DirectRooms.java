package se.vardmote.media;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rooms without a media server, for trying the product out: each page sends straight to each other, and the server only
 * carries what they have to agree on. Everything of it lives in this process; what it cannot do stands in
 * {@code docs/design/direct-media.md}.
 *
 * @param videoBitrate most bits a second of picture; the page holds itself to it
 */
record DirectRooms(int videoBitrate, Map<RoomKey, DirectRoom> open) implements MediaRooms {
    DirectRooms(int videoBitrate) {
        this(videoBitrate, new ConcurrentHashMap<>());
    }

    @Override
    public Availability availability() {
        return Availability.AVAILABLE;
    }

    @Override
    public boolean direct() {
        return true;
    }

    @Override
    public void warm(RoomKey room) {}

    @Override
    public Line connect(RoomKey room, LineKey line, long epoch, LineRights rights, LineEvents events) {
        return open.computeIfAbsent(room, _ -> new DirectRoom()).connect(line, epoch, rights, events);
    }

    @Override
    public void seen(RoomKey room, Map<LineKey, Long> lines) {}

    @Override
    public void destroy(RoomKey room) {
        open.remove(room);
    }

    @Override
    public void keepOnly(Set<RoomKey> known) {
        open.keySet().retainAll(known);
    }

    @Override
    public void close() {
        open.clear();
    }
}
