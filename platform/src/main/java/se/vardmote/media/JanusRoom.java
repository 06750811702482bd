package se.vardmote.media;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * One room and its lines. Everything it asks of Janus is asked on one thread, one thing after the other: a room that is
 * destroyed while handles in it are being detached can bring Janus down.
 */
final class JanusRoom {
    private static final Logger log = LoggerFactory.getLogger(JanusRoom.class);
    private static final Executor soon = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
    private final RoomKey key;
    private final JanusLifeline lifeline;
    private final Rooms rooms;
    private final Mailbox mailbox = new Mailbox();
    private final Map<LineKey, JanusLine> lines = new LinkedHashMap<>();
    private final Elsewhere elsewhere = new Elsewhere();
    private volatile @Nullable JanusLink createdOn;
    private String placeholder = "";

    JanusRoom(RoomKey key, JanusLifeline lifeline, Rooms rooms) {
        this.key = key;
        this.lifeline = lifeline;
        this.rooms = rooms;
    }

    RoomKey key() {
        return key;
    }

    void warm() {
        mailbox.post(() -> {
            try {
                ready(lifeline.link());
            } catch (JanusProblem e) {
                log.debug("Room not warmed: {}", e.getMessage());
            }
        });
    }

    Line connect(LineKey line, long epoch, LineRights rights, LineEvents events) {
        synchronized (lines) {
            JanusLine present = lines.get(line);
            if (present != null && present.epoch() > epoch) throw new MediaRooms.StaleEpoch();
            if (present != null && present.epoch() == epoch) {
                present.takeOver(rights, events);
                return present;
            }
            if (present != null) leave(present);
            var fresh = new JanusLine(this, line, epoch, rights, events);
            lines.put(line, fresh);
            post(fresh, () -> open(fresh));
            return fresh;
        }
    }

    void seen(Map<LineKey, Long> mayBeSeen) {
        mailbox.post(() -> {
            elsewhere.mayBeSeen(mayBeSeen);
            reconcile();
        });
    }

    /** On the room's thread: Janus tells one of our lines of others in the room. */
    void heardOfOthers(JsonNode told) {
        if (elsewhere.heard(told)) mailbox.post(this::reconcile);
    }

    void leave(JanusLine line) {
        if (forgotten(line)) mailbox.post(() -> release(line));
    }

    /** All handles first, each after the other, then the room. */
    void destroy() {
        List<JanusLine> all;
        synchronized (lines) {
            all = List.copyOf(lines.values());
            all.forEach(JanusLine::markClosed);
            lines.clear();
        }
        mailbox.post(() -> {
            all.forEach(line -> orderly(line::stopReceiving));
            all.forEach(line -> orderly(line::stopSending));
            all.forEach(line -> orderly(line::endSession));
            createdOn = null;
            orderly(() -> rooms.destroy(lifeline.link(), key));
        });
    }

    /** The link and all that was on it is gone. */
    void serverLost(JanusLink link) {
        mailbox.post(() -> {
            if (createdOn == link) createdOn = null;
            elsewhere.forget();
            present().stream().filter(line -> line.isOn(link)).forEach(line -> {
                if (forgotten(line)) line.events().lost(LossReason.MEDIA_SERVER_RESTARTED);
            });
        });
    }

    /** It is not on the server, nothing is in it and nothing is being done. */
    boolean isGone() {
        synchronized (lines) {
            return lines.isEmpty() && mailbox.isIdle() && createdOn == null;
        }
    }

    /** Does a step for a line unless the line is gone; a line whose step fails is lost. */
    void post(JanusLine line, Runnable step) {
        mailbox.post(() -> {
            if (line.isClosed()) return;
            try {
                step.run();
            } catch (JanusProblem problem) {
                failed(line, problem);
            }
        });
    }

    void lose(JanusLine line, LossReason why) {
        if (!forgotten(line)) return;
        line.events().lost(why);
        release(line);
    }

    /** Somebody else destroyed the room; the next line makes it again. */
    void destroyedElsewhere(JanusLine line) {
        createdOn = null;
        lose(line, LossReason.CONNECTION_FAILED);
    }

    /** Gives every line what it may receive of what is there. */
    void reconcile() {
        for (JanusLine line : present()) {
            try {
                line.receive(wantedBy(line));
            } catch (JanusProblem problem) {
                if (problem.is(JanusProblem.NO_SUCH_FEED)) soon.execute(() -> post(line, this::reconcile));
                else failed(line, problem);
            }
        }
    }

    private List<Feed> wantedBy(JanusLine line) {
        if (!line.rights().sees()) return List.of();
        Stream<Feed> here = present().stream()
                .filter(other -> other != line && other.rights().seen())
                .flatMap(other -> other.feed().stream());
        return Stream.concat(here, elsewhere.visible(this::isHere).stream()).toList();
    }

    private boolean isHere(LineKey line) {
        synchronized (lines) {
            return lines.containsKey(line);
        }
    }

    private void failed(JanusLine line, JanusProblem problem) {
        if (problem.is(JanusProblem.NO_SUCH_ROOM)) createdOn = null;
        if (line.isClosed() || (problem.is(JanusProblem.GONE) && line.isOnBrokenLink())) return;
        log.warn("A line is lost: {}", problem.getMessage());
        lose(line, LossReason.CONNECTION_FAILED);
    }

    private void release(JanusLine line) {
        reconcile();
        orderly(line::stopReceiving);
        orderly(line::stopSending);
        orderly(line::endSession);
    }

    private static void orderly(Runnable step) {
        try {
            step.run();
        } catch (JanusProblem e) {
            log.debug("While letting go: {}", e.getMessage());
        }
    }

    /** The line is on the link from here on, so that it is lost with it. */
    private void open(JanusLine line) {
        JanusLink link = lifeline.link();
        line.putOn(link);
        ready(link);
        line.open(placeholder);
    }

    private void ready(JanusLink link) {
        if (createdOn == link) return;
        placeholder = rooms.create(link, key);
        createdOn = link;
    }

    private boolean forgotten(JanusLine line) {
        synchronized (lines) {
            line.markClosed();
            return lines.remove(line.key(), line);
        }
    }

    private List<JanusLine> present() {
        synchronized (lines) {
            return new ArrayList<>(lines.values());
        }
    }
}
