package se.vardmote.media;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Listens to a line and lets a test wait for what is to happen on it. */
final class HeardOnALine implements LineEvents {
    private static final int PATIENCE_SECONDS = 20;
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    record Answered(String sdp) {}

    record Offered(String sdp, List<RemoteTrack> tracks) {}

    record Meets(List<LinePeer> peers) {}

    record Told(LinePeer from, String words) {}

    record Lost(LossReason why) {}

    @Override
    public void answered(String sdp) {
        heard.add(new Answered(sdp));
    }

    @Override
    public void offered(String sdp, List<RemoteTrack> tracks) {
        heard.add(new Offered(sdp, tracks));
    }

    @Override
    public void meets(List<LinePeer> peers) {
        heard.add(new Meets(peers));
    }

    @Override
    public void told(LinePeer from, String words) {
        heard.add(new Told(from, words));
    }

    @Override
    public void connected(PeerConnectionSide pc) {
        heard.add(pc);
    }

    @Override
    public void lost(LossReason why) {
        heard.add(new Lost(why));
    }

    /** The next of its kind; what comes before it is passed over. */
    <T> T next(Class<T> kind) {
        try {
            while (true) {
                Object event = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (event == null) throw new AssertionError("Nothing more was heard, and no " + kind.getSimpleName());
                if (kind.isInstance(event)) return kind.cast(event);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean nothingOf(Class<?> kind) {
        return heard.stream().noneMatch(kind::isInstance);
    }
}
