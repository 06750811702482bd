package se.vardmote.media;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One page in a direct room. It hears whom it meets, and what each of them says to it. */
final class DirectLine implements Line {
    private static final int MOST_WORDS = 64; // two descriptions and their addresses are about twenty
    private final DirectRoom room;
    private final LinePeer self;
    private volatile LineRights rights;
    private volatile LineEvents events;

    /** From here on used on the room's thread only: each peer, and what it has said, for a page whose socket was away. */
    private final Map<LinePeer, List<String>> heard = new HashMap<>();

    private boolean toldAll;

    DirectLine(DirectRoom room, LineKey key, long epoch, LineRights rights, LineEvents events) {
        this.room = room;
        this.self = new LinePeer(key, epoch);
        this.rights = rights;
        this.events = events;
    }

    @Override
    public LineKey key() {
        return self.line();
    }

    @Override
    public long epoch() {
        return self.epoch();
    }

    @Override
    public void tell(LinePeer other, String words) {
        room.carry(this, other, words);
    }

    /** There is no server's end to offer to. */
    @Override
    public void offer(String sdp) {}

    @Override
    public void answer(String sdp) {}

    @Override
    public void candidate(PeerConnectionSide pc, @Nullable IceCandidate candidate) {}

    /** Nothing goes through here that could be stopped; the others are told whose track is off. */
    @Override
    public void mute(TrackKind kind, boolean muted) {}

    @Override
    public void rights(LineRights changed) {
        if (changed.equals(rights)) return;
        rights = changed;
        room.rightsChanged();
    }

    @Override
    public void close() {
        room.leave(this);
    }

    LinePeer peer() {
        return self;
    }

    boolean takesPart() {
        return rights.seen() && rights.sees() && !rights.addressHidden();
    }

    /** Sound and picture would tell the others its address. */
    boolean mustNotSend() {
        return rights.addressHidden();
    }

    DirectLine takeOver(LineRights now, LineEvents listener) {
        rights = now;
        events = listener;
        return this;
    }

    /** What may have been lost with the socket. */
    void repeat() {
        toldAll = false;
    }

    void refuse() {
        events.lost(LossReason.NO_MEDIA_SERVER);
    }

    boolean knows(LinePeer peer) {
        return heard.containsKey(peer);
    }

    void hear(LinePeer from, String words) {
        List<String> before = heard.computeIfAbsent(from, _ -> new ArrayList<>());
        if (before.size() < MOST_WORDS) before.add(words);
        events.told(from, words);
    }

    void meets(List<LinePeer> peers) {
        boolean changed = heard.keySet().retainAll(peers);
        for (LinePeer peer : peers) changed |= heard.putIfAbsent(peer, new ArrayList<>()) == null;
        if (!changed && toldAll) return;
        events.meets(peers);
        if (!toldAll) heard.forEach((from, words) -> words.forEach(each -> events.told(from, each)));
        toldAll = true;
    }
}
