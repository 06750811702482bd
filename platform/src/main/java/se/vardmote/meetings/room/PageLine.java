package se.vardmote.meetings.room;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import se.vardmote.media.IceCandidate;
import se.vardmote.media.Line;
import se.vardmote.media.LineEvents;
import se.vardmote.media.LineKey;
import se.vardmote.media.LinePeer;
import se.vardmote.media.LineRights;
import se.vardmote.media.LossReason;
import se.vardmote.media.PeerConnectionSide;
import se.vardmote.media.RemoteTrack;
import se.vardmote.vocabulary.ConnectionId;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * A page's way to the media server: its line and the epoch that this is in. Everything but {@link LineEvents} is called
 * under the page's lock.
 */
final class PageLine {
    /** The page that the line is for. */
    interface Owner {
        void send(ServerMessage message);

        /** Under the page's lock. */
        void locked(Runnable work);

        /** The line is gone and cannot be replaced: the page has to join again. */
        void mustJoinAgain();
    }

    private static final int MOST_EARLY_WORDS = 64; // an offer and its candidates are about ten
    private final ConnectionId id;
    private final RetentionUnitId unit;
    private final MediaLines lines;
    private final Owner owner;
    private @Nullable Line line;
    private LineRights rights = LineRights.WAITING;
    private long epoch;
    /** What the page said of this epoch before its line was there: a page that comes back does not wait to be shown. */
    private final List<Consumer<Line>> early = new ArrayList<>();

    private volatile boolean lost;

    PageLine(ConnectionId id, RetentionUnitId unit, long epoch, MediaLines lines, Owner owner) {
        this.id = id;
        this.unit = unit;
        this.epoch = epoch;
        this.lines = lines;
        this.owner = owner;
    }

    long epoch() {
        return epoch;
    }

    /** Whether a page that comes back finds its peer connections as they were. */
    boolean isWhole() {
        return !lost;
    }

    /** Taking the line over in the same epoch repeats an offer or answer that was lost with the socket. */
    void takeOver() {
        if (line != null) line = connect(rights);
    }

    /** Makes the line what this stage of the page needs. */
    void settle(Stage stage) {
        if (!stage.live()) {
            drop();
        } else if (line == null) {
            Line fresh = connect(lines.allowed(unit, rights(stage)));
            line = fresh;
            early.forEach(words -> words.accept(fresh));
            early.clear();
        } else {
            rights = lines.allowed(unit, rights(stage));
            line.rights(rights);
        }
    }

    /** Speaks to the media server if the words belong to the present epoch. */
    void say(long messageEpoch, Consumer<Line> words) {
        if (messageEpoch != epoch) return;
        if (line != null) words.accept(line);
        else if (early.size() < MOST_EARLY_WORDS) early.add(words);
    }

    void candidate(PageMessage.Candidate message) {
        PageMessage.Ice ice = message.candidate();
        IceCandidate candidate =
                ice == null ? null : new IceCandidate(ice.candidate(), ice.sdpMid(), ice.sdpMLineIndex());
        say(message.epoch(), media -> media.candidate(message.pc(), candidate));
    }

    void drop() {
        if (line != null) line.close();
        line = null;
    }

    private Line connect(LineRights as) {
        rights = as;
        return lines.connect(unit, new LineKey(id.value()), epoch, as, new Events(epoch));
    }

    private static LineRights rights(Stage stage) {
        return stage == Stage.ADMITTED ? LineRights.ADMITTED : LineRights.WAITING;
    }

    private void lost(long lostEpoch, LossReason why) {
        if (lostEpoch != epoch || line == null) return;
        line = null;
        if (why == LossReason.OFFER_REFUSED || why == LossReason.NO_MEDIA_SERVER) {
            owner.send(new ServerMessage.Media(epoch, MediaState.UNAVAILABLE));
        } else {
            restart();
        }
    }

    /** Without a new epoch, as when the database is away, the page joins again and claims its connection anew. */
    private void restart() {
        early.clear();
        try {
            epoch = lines.nextEpoch(id);
            owner.send(new ServerMessage.Media(epoch, MediaState.RESTART));
            lines.refresh(unit);
        } catch (DataAccessException e) {
            lost = true;
            owner.mustJoinAgain();
        }
    }

    /** What the media server says of one epoch's line. */
    private final class Events implements LineEvents {
        private final long ofEpoch;

        private Events(long ofEpoch) {
            this.ofEpoch = ofEpoch;
        }

        @Override
        public void answered(String sdp) {
            owner.send(new ServerMessage.Answer(PeerConnectionSide.SEND, ofEpoch, sdp));
        }

        @Override
        public void offered(String sdp, List<RemoteTrack> tracks) {
            owner.send(new ServerMessage.Offer(
                    PeerConnectionSide.RECEIVE,
                    ofEpoch,
                    sdp,
                    tracks.stream().map(PageLine::shown).toList()));
        }

        @Override
        public void meets(List<LinePeer> peers) {
            owner.send(new ServerMessage.Peers(
                    ofEpoch,
                    peers.stream()
                            .map(peer -> new ServerMessage.Peer(peer.line().value(), peer.epoch()))
                            .toList()));
        }

        @Override
        public void told(LinePeer from, String words) {
            owner.send(new ServerMessage.Direct(ofEpoch, from.line().value(), from.epoch(), words));
        }

        @Override
        public void connected(PeerConnectionSide pc) {
            // The page sees it for itself.
        }

        @Override
        public void lost(LossReason why) {
            Thread.startVirtualThread(() -> owner.locked(() -> PageLine.this.lost(ofEpoch, why)));
        }
    }

    private static ServerMessage.Track shown(RemoteTrack track) {
        return new ServerMessage.Track(track.mid(), track.line().value(), track.kind());
    }
}
