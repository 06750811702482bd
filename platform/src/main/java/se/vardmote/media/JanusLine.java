package se.vardmote.media;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One page in a room: a Janus session of its own with a publisher and a subscriber handle. */
final class JanusLine implements Line {
    private final JanusRoom room;
    private final LineKey key;
    private final long epoch;
    private volatile LineRights rights;
    private volatile LineEvents events;
    private volatile boolean closed;

    /** From here on used on the room's thread only. */
    private @Nullable JanusLink link;

    private long session;
    private @Nullable Sending sending;
    private @Nullable Receiving receiving;
    private boolean receivingUp;

    JanusLine(JanusRoom room, LineKey key, long epoch, LineRights rights, LineEvents events) {
        this.room = room;
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
        room.post(this, () -> {
            try {
                events.answered(sending().answer(sdp));
            } catch (JanusProblem problem) {
                boolean offersFault = problem.code() > 0 && !problem.is(JanusProblem.NO_SUCH_ROOM);
                if (!offersFault) throw problem;
                room.lose(this, LossReason.OFFER_REFUSED);
            }
        });
    }

    @Override
    public void answer(String sdp) {
        room.post(this, () -> {
            receiving().answer(sdp);
            room.reconcile();
        });
    }

    @Override
    public void candidate(PeerConnectionSide pc, @Nullable IceCandidate candidate) {
        room.post(this, () -> {
            switch (pc) {
                case SEND -> sending().candidate(candidate);
                case RECEIVE -> receiving().candidate(candidate);
            }
        });
    }

    @Override
    public void rights(LineRights changed) {
        rights = changed;
        room.post(this, room::reconcile);
    }

    @Override
    public void mute(TrackKind kind, boolean muted) {
        room.post(this, () -> sending().mute(kind, muted));
    }

    @Override
    public void close() {
        room.leave(this);
    }

    LineRights rights() {
        return rights;
    }

    LineEvents events() {
        return events;
    }

    boolean isClosed() {
        return closed;
    }

    void markClosed() {
        closed = true;
    }

    boolean isOn(JanusLink broken) {
        return link == broken;
    }

    boolean isOnBrokenLink() {
        return link == null || !link.isUp();
    }

    /** The page came back to the connections it has: it hears again what it may have missed. */
    void takeOver(LineRights now, LineEvents listener) {
        rights = now;
        events = listener;
        room.post(this, () -> {
            sending().lastAnswer().ifPresent(events::answered);
            receiving().repeat();
            room.reconcile();
        });
    }

    void putOn(JanusLink working) {
        link = working;
    }

    /** @param placeholder the feed on which the receiving half is opened */
    void open(String placeholder) {
        JanusLink on = Objects.requireNonNull(link);
        session = on.openSession(() -> room.post(this, () -> room.lose(this, LossReason.CONNECTION_FAILED)));
        JanusHandle publisher = on.attach(session, key.toString(), said -> heard(PeerConnectionSide.SEND, said));
        sending = new Sending(publisher, room.key(), Feed.idOf(key, epoch), room::heardOfOthers);
        JanusHandle subscriber = on.attach(session, key.toString(), said -> heard(PeerConnectionSide.RECEIVE, said));
        receiving = new Receiving(subscriber, (sdp, tracks) -> events.offered(sdp, tracks));
        receiving.open(room.key(), placeholder);
    }

    Optional<Feed> feed() {
        return sending == null || closed ? Optional.empty() : sending.feed();
    }

    /**
     * Nothing before the connection is up: showing somebody asks them for a whole picture, and one that nobody gets yet
     * keeps the next from coming for a third of a second (Chromium's least distance between two).
     */
    void receive(List<Feed> wanted) {
        if (receiving != null && receivingUp) receiving.reconcile(wanted);
    }

    void stopReceiving() {
        if (receiving != null) receiving.detach();
        receiving = null;
        receivingUp = false;
    }

    void stopSending() {
        if (sending != null) sending.detach();
        sending = null;
    }

    void endSession() {
        if (link != null) link.closeSession(session);
        link = null;
    }

    private void heard(PeerConnectionSide side, JsonNode said) {
        room.post(this, () -> {
            switch (said.path("janus").asString()) {
                case "webrtcup" -> isUp(side);
                case "hangup" -> room.lose(this, LossReason.CONNECTION_FAILED);
                case "event" -> changed(side, said);
                default -> {}
            }
        });
    }

    private void changed(PeerConnectionSide side, JsonNode said) {
        JsonNode told = said.path("plugindata").path("data");
        if (told.path("videoroom").asString("").equals("destroyed")) room.destroyedElsewhere(this);
        else if (side == PeerConnectionSide.RECEIVE) receiving().changed(said);
        else room.heardOfOthers(told);
    }

    private void isUp(PeerConnectionSide side) {
        if (side == PeerConnectionSide.SEND) sending().up();
        else receivingUp = true;
        events.connected(side);
        room.reconcile();
    }

    private Sending sending() {
        if (sending == null) throw new JanusProblem(JanusProblem.GONE, "the line is not open");
        return sending;
    }

    private Receiving receiving() {
        if (receiving == null) throw new JanusProblem(JanusProblem.GONE, "the line is not open");
        return receiving;
    }
}
