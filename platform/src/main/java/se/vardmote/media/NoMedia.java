package se.vardmote.media;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands in where there is no media server: everything else works, every line is lost at once. */
record NoMedia(Availability availability) implements MediaRooms {
    @Override
    public int videoBitrate() {
        return 0;
    }

    @Override
    public void warm(RoomKey room) {}

    @Override
    public Line connect(RoomKey room, LineKey line, long epoch, LineRights rights, LineEvents events) {
        Thread.startVirtualThread(() -> events.lost(LossReason.NO_MEDIA_SERVER));
        return new DeadLine(line, epoch);
    }

    @Override
    public void seen(RoomKey room, Map<LineKey, Long> lines) {}

    @Override
    public void destroy(RoomKey room) {}

    @Override
    public void keepOnly(Set<RoomKey> known) {}

    @Override
    public void close() {}

    private record DeadLine(LineKey key, long epoch) implements Line {
        @Override
        public void offer(String sdp) {}

        @Override
        public void answer(String sdp) {}

        @Override
        public void candidate(PeerConnectionSide pc, @Nullable IceCandidate candidate) {}

        @Override
        public void rights(LineRights rights) {}

        @Override
        public void mute(TrackKind kind, boolean muted) {}

        @Override
        public void close() {}
    }
}
