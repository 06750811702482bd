package se.vardmote.media;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Rooms without a media server: remembers every line and what was asked of it, and lets a test speak for the server. */
public final class RoomsOnPaper implements MediaRooms {
    public final List<PaperLine> lines = new CopyOnWriteArrayList<>();
    public final List<RoomKey> warmed = new CopyOnWriteArrayList<>();
    public final Map<RoomKey, Map<LineKey, Long>> seen = new ConcurrentHashMap<>();
    public volatile boolean direct;
    public final List<RoomKey> destroyed = new CopyOnWriteArrayList<>();

    /** A line as it stands. */
    public static final class PaperLine implements Line {
        private final LineKey key;
        private final long epoch;
        public final LineEvents events;
        public volatile LineRights rights;
        public volatile boolean closed;
        public final List<String> heard = new CopyOnWriteArrayList<>();

        PaperLine(LineKey key, long epoch, LineRights rights, LineEvents events) {
            this.key = key;
            this.epoch = epoch;
            this.rights = rights;
            this.events = events;
        }

        @Override
        public LineKey key() {
            return key;
        }

        @Override
        public long epoch() {
            return epoch;
        }

        @Override
        public void offer(String sdp) {
            heard.add("offer " + sdp);
            events.answered("answer to " + sdp);
        }

        @Override
        public void answer(String sdp) {
            heard.add("answer " + sdp);
        }

        @Override
        public void candidate(PeerConnectionSide pc, @Nullable IceCandidate candidate) {
            heard.add("candidate " + pc);
        }

        @Override
        public void rights(LineRights now) {
            rights = now;
        }

        @Override
        public void mute(TrackKind kind, boolean muted) {
            heard.add("mute " + kind + " " + muted);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    public PaperLine last() {
        return lines.getLast();
    }

    @Override
    public Availability availability() {
        return Availability.AVAILABLE;
    }

    @Override
    public boolean direct() {
        return direct;
    }

    @Override
    public int videoBitrate() {
        return 1_000_000;
    }

    @Override
    public void warm(RoomKey room) {
        warmed.add(room);
    }

    @Override
    public Line connect(RoomKey room, LineKey key, long epoch, LineRights rights, LineEvents events) {
        var line = new PaperLine(key, epoch, rights, events);
        lines.add(line);
        return line;
    }

    @Override
    public void seen(RoomKey room, Map<LineKey, Long> mayBeSeen) {
        seen.put(room, mayBeSeen);
    }

    @Override
    public void destroy(RoomKey room) {
        destroyed.add(room);
    }

    @Override
    public void keepOnly(Set<RoomKey> known) {}

    @Override
    public void close() {}
}
