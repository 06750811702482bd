package se.vardmote.meetings.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import se.vardmote.media.IceCandidate;
import se.vardmote.media.Line;
import se.vardmote.media.LineEvents;
import se.vardmote.media.LineKey;
import se.vardmote.media.LineRights;
import se.vardmote.media.LossReason;
import se.vardmote.media.PeerConnectionSide;
import se.vardmote.media.RemoteTrack;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Text;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ConnectionId;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * One page's connection as this node holds it: its socket, which comes and goes, and its line to the media server,
 * which lives on while the socket is away. Everything it sends goes through its lock, so that nothing arrives out of
 * order.
 */
final class LivePage {
    /** Where messages to the page go; the socket behind it is replaced when the page comes back. */
    interface Outlet {
        void send(ServerMessage message);

        void close();
    }

    private static final int MOST_EARLY_WORDS = 64; // an offer and its candidates are about ten
    private final ReentrantLock lock = new ReentrantLock();
    private final ConnectionId id;
    private final RetentionUnitId unit;
    private final CareProviderId careProvider;
    private final Attendee attendee;
    private final MediaLines lines;
    private volatile @Nullable Outlet outlet;
    private @Nullable Line line;
    private LineRights rights = LineRights.WAITING;
    private long epoch;
    /** What the page said of this epoch before its line was there: a page that comes back does not wait to be shown. */
    private final List<Consumer<Line>> early = new ArrayList<>();

    private boolean lineLost;
    private long lastSequence;
    private volatile long losses;

    LivePage(
            ConnectionId id,
            RetentionUnitId unit,
            CareProviderId careProvider,
            Attendee attendee,
            long epoch,
            MediaLines lines) {
        this.id = id;
        this.unit = unit;
        this.careProvider = careProvider;
        this.attendee = attendee;
        this.epoch = epoch;
        this.lines = lines;
    }

    ConnectionId id() {
        return id;
    }

    RetentionUnitId unit() {
        return unit;
    }

    CareProviderId careProvider() {
        return careProvider;
    }

    Attendee attendee() {
        return attendee;
    }

    long lastSequence() {
        return lastSequence;
    }

    /** The page is here, for the first time or again; an older socket of the same page is closed. */
    void arrive(Outlet here, long lastSequenceOfPage, Participant person, boolean resumed) {
        locked(() -> {
            if (outlet != null && outlet != here) outlet.close();
            outlet = here;
            lastSequence = lastSequenceOfPage;
            here.send(lines.welcome(id, epoch, resumed, person.id()));
            // Taking the line over in the same epoch repeats an offer or answer that was lost with the socket.
            if (line != null) line = connect(rights);
        });
    }

    /** Whether this socket is still the page's; false once a newer one has taken its place. */
    boolean hangsOn(@Nullable Outlet other) {
        return outlet == other;
    }

    /** The socket is gone; the line stays for a page that comes back. The answer numbers this loss. */
    long leaveSocket() {
        locked(() -> {
            outlet = null;
            losses++;
        });
        return losses;
    }

    /** Whether the page has not come back since that loss. */
    boolean isStillLost(long loss) {
        return outlet == null && losses == loss;
    }

    /** Shows what the database says now. */
    void show(Snapshot snapshot, List<Text> texts) {
        locked(() -> {
            Snapshot.Stage stage = snapshot.stage(attendee);
            settleLine(stage);
            send(snapshot.seenBy(attendee, lines.available()));
            texts.stream().filter(text -> text.sequence() > lastSequence).forEach(text -> sendText(snapshot, text));
            if (stage == Snapshot.Stage.ENDED) send(new ServerMessage.Closed("ended"));
        });
    }

    /** Repeats one line that the page has not heard the receipt of. */
    void repeat(Snapshot snapshot, Text text) {
        locked(() -> sendText(snapshot, text));
    }

    void send(ServerMessage message) {
        locked(() -> {
            if (outlet != null) outlet.send(message);
        });
    }

    /** Speaks to the media server if the words belong to the present epoch. */
    void toMedia(long messageEpoch, Consumer<Line> words) {
        locked(() -> {
            if (messageEpoch != epoch) return;
            if (line != null) words.accept(line);
            else if (early.size() < MOST_EARLY_WORDS) early.add(words);
        });
    }

    void candidate(PageMessage.Candidate message) {
        PageMessage.Ice ice = message.candidate();
        IceCandidate candidate =
                ice == null ? null : new IceCandidate(ice.candidate(), ice.sdpMid(), ice.sdpMLineIndex());
        toMedia(message.epoch(), media -> media.candidate(side(message.pc()), candidate));
    }

    /** Gives up the line for good. */
    void close(String reason) {
        locked(() -> {
            dropLine();
            if (outlet != null) {
                outlet.send(new ServerMessage.Closed(reason));
                outlet.close();
            }
            outlet = null;
        });
    }

    private void settleLine(Snapshot.Stage stage) {
        if (!stage.live()) {
            dropLine();
        } else if (line == null) {
            Line fresh = connect(rights(stage));
            line = fresh;
            early.forEach(words -> words.accept(fresh));
            early.clear();
        } else {
            rights = rights(stage);
            line.rights(rights);
        }
    }

    private Line connect(LineRights as) {
        rights = as;
        return lines.connect(unit, new LineKey(id.value()), epoch, as, new Events(epoch));
    }

    private static LineRights rights(Snapshot.Stage stage) {
        return stage == Snapshot.Stage.ADMITTED ? LineRights.ADMITTED : LineRights.WAITING;
    }

    private void dropLine() {
        if (line != null) line.close();
        line = null;
    }

    private void sendText(Snapshot snapshot, Text text) {
        snapshot.people().stream()
                .filter(person -> person.id().equals(text.author()))
                .findFirst()
                .ifPresent(author -> send(new ServerMessage.Message(
                        text.sequence(),
                        text.key(),
                        author.id().value(),
                        author.name(),
                        text.text(),
                        text.at(),
                        attendee.is(author))));
        lastSequence = Math.max(lastSequence, text.sequence());
    }

    private void restart(long lostEpoch, LossReason why) {
        locked(() -> {
            if (lostEpoch != epoch || line == null) return;
            line = null;
            if (why == LossReason.OFFER_REFUSED || why == LossReason.NO_MEDIA_SERVER) {
                send(new ServerMessage.Media(epoch, "unavailable"));
            } else {
                restart();
            }
        });
    }

    /** Without a new epoch, as when the database is away, the page joins again and claims its connection anew. */
    private void restart() {
        early.clear();
        try {
            epoch = lines.nextEpoch(id);
            send(new ServerMessage.Media(epoch, "restart"));
            lines.refresh(unit);
        } catch (DataAccessException e) {
            lineLost = true;
            if (outlet != null) outlet.close();
        }
    }

    /** Whether a page that comes back finds its peer connections as they were. */
    boolean isWhole() {
        return !lineLost;
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    static PeerConnectionSide side(String pc) {
        return PeerConnectionSide.valueOf(pc.toUpperCase(Locale.ROOT));
    }

    /** What the media server says of one epoch's line. */
    private final class Events implements LineEvents {
        private final long ofEpoch;

        private Events(long ofEpoch) {
            this.ofEpoch = ofEpoch;
        }

        @Override
        public void answered(String sdp) {
            send(new ServerMessage.Answer("send", ofEpoch, sdp));
        }

        @Override
        public void offered(String sdp, List<RemoteTrack> tracks) {
            send(new ServerMessage.Offer(
                    "receive",
                    ofEpoch,
                    sdp,
                    tracks.stream()
                            .map(track -> new ServerMessage.Track(
                                    track.mid(),
                                    track.line().value(),
                                    track.kind().name().toLowerCase(Locale.ROOT)))
                            .toList()));
        }

        @Override
        public void connected(PeerConnectionSide pc) {
            // The page sees it for itself.
        }

        @Override
        public void lost(LossReason why) {
            Thread.startVirtualThread(() -> restart(ofEpoch, why));
        }
    }
}
