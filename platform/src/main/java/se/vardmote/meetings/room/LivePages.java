package se.vardmote.meetings.room;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.vardmote.media.MediaRooms;
import se.vardmote.media.RoomKey;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.Conversations;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.Text;
import se.vardmote.meetings.Texts;
import se.vardmote.platform.News;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ConnectionId;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * The pages whose sockets this node holds. News of a conversation makes it read the conversation once and show it to
 * each of its pages; a page whose socket is lost keeps its line for {@link #GRACE}.
 */
@Component
class LivePages {
    private static final Logger log = LoggerFactory.getLogger(LivePages.class);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration BEAT = Duration.ofSeconds(10);
    private final Map<ConnectionId, LivePage> pages = new ConcurrentHashMap<>();
    private final Map<RetentionUnitId, Refresh> refreshes = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-pages").factory());
    private final Snapshots snapshots;
    private final Texts texts;
    private final Connections connections;
    private final Conversations conversations;
    private final MediaRooms rooms;
    private final MediaLines lines;

    LivePages(
            Snapshots snapshots,
            Texts texts,
            Connections connections,
            Conversations conversations,
            MediaRooms rooms,
            News news) {
        this.snapshots = snapshots;
        this.texts = texts;
        this.connections = connections;
        this.conversations = conversations;
        this.rooms = rooms;
        this.lines = new MediaLines(rooms, connections, this::refreshSoon);
        news.listen(Conversations.TOPIC, id -> refresh(RetentionUnitId.of(id)));
        timer.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * A page joins, or comes back under its earlier connection. Another page of the same attendee is closed: one seat
     * is one page.
     */
    LivePage join(
            LivePage.Outlet outlet,
            RetentionUnitId unit,
            CareProviderId careProvider,
            Attendee attendee,
            PageMessage.Join words,
            Participant person) {
        Optional<LivePage> here = earlier(unit, attendee, words.connection());
        LivePage page = here.orElseGet(() -> open(unit, careProvider, attendee, words.connection()));
        closeOthers(page);
        page.arrive(outlet, words.lastSeq(), person, here.isPresent());
        if (here.isPresent()) connections.back(page.id());
        conversations.changed(unit);
        return page;
    }

    /** The socket of a page is lost; its seat and line wait for it a while. */
    void lost(LivePage page, LivePage.Outlet outlet) {
        if (!page.hangsOn(outlet)) return;
        long loss = page.leaveSocket();
        connections.lost(page.id());
        conversations.changed(page.unit());
        timer.schedule(() -> giveUp(page, loss), GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The page says goodbye, or is shown out. */
    void close(LivePage page, String reason) {
        pages.remove(page.id(), page);
        page.close(reason);
        connections.close(page.id());
        conversations.changed(page.unit());
    }

    /** Shows a line again to the page that sent it and has not heard of it. */
    void repeat(LivePage page, UUID key) {
        snapshots.read(page.unit()).ifPresent(snapshot -> texts.withKey(page.unit(), key)
                .ifPresent(text -> page.repeat(snapshot, text)));
    }

    void tracks(LivePage page, PageMessage.Tracks tracks) {
        connections.tracks(page.id(), tracks.microphone(), tracks.camera());
        conversations.changed(page.unit());
    }

    /** Reads the conversation and shows it; two at once become one more after the one that runs. */
    void refresh(RetentionUnitId unit) {
        List<LivePage> here = of(unit);
        if (here.isEmpty()) return;
        refreshes.computeIfAbsent(unit, any -> new Refresh()).run(() -> show(unit));
        if (of(unit).isEmpty()) refreshes.remove(unit);
    }

    private void refreshSoon(RetentionUnitId unit) {
        Thread.startVirtualThread(() -> refresh(unit));
    }

    private void show(RetentionUnitId unit) {
        List<LivePage> here = of(unit);
        long from = here.stream().mapToLong(LivePage::lastSequence).min().orElse(0);
        List<Text> later = texts.after(unit, from);
        snapshots.read(unit).ifPresent(snapshot -> here.forEach(page -> page.show(snapshot, later)));
        if (later.size() == Texts.MOST_AT_ONCE) refreshSoon(unit);
    }

    private List<LivePage> of(RetentionUnitId unit) {
        return pages.values().stream().filter(page -> page.unit().equals(unit)).toList();
    }

    private Optional<LivePage> earlier(RetentionUnitId unit, Attendee attendee, @Nullable UUID connection) {
        if (connection == null) return Optional.empty();
        return Optional.ofNullable(pages.get(new ConnectionId(connection)))
                .filter(page -> page.unit().equals(unit) && page.attendee().equals(attendee))
                .filter(LivePage::isWhole);
    }

    private LivePage open(
            RetentionUnitId unit, CareProviderId careProvider, Attendee attendee, @Nullable UUID connection) {
        Optional<ConnectionId> known = Optional.ofNullable(connection).map(ConnectionId::new);
        Optional<Long> claimed = known.flatMap(id -> connections.claim(id, unit, attendee));
        ConnectionId id = claimed.isPresent() ? known.get() : connections.open(unit, careProvider, attendee);
        var page = new LivePage(id, unit, careProvider, attendee, claimed.orElse(1L), lines);
        pages.put(id, page);
        return page;
    }

    private void closeOthers(LivePage page) {
        connections.of(page.unit()).stream()
                .filter(row ->
                        row.attendee().equals(page.attendee()) && !row.id().equals(page.id()))
                .forEach(row -> {
                    LivePage other = pages.remove(row.id());
                    if (other != null) other.close("elsewhere");
                    connections.close(row.id());
                });
    }

    /** Unless the page has come back; lost again, it has its whole grace again. */
    void giveUp(LivePage page, long loss) {
        if (!page.isStillLost(loss) || !pages.remove(page.id(), page)) return;
        page.close("expired");
        connections.giveUp(page.id());
        conversations.changed(page.unit());
    }

    private void beat() {
        try {
            connections.beat();
            rooms.keepOnly(
                    connections.openConversations().stream().map(RoomKey::new).collect(Collectors.toSet()));
        } catch (RuntimeException e) {
            log.warn("The pages' sign of life could not be written", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /** Lets one reading run at a time for a conversation, and never loses the news that came meanwhile. */
    private static final class Refresh {
        private boolean running;
        private boolean again;

        void run(Runnable work) {
            synchronized (this) {
                if (running) {
                    again = true;
                    return;
                }
                running = true;
            }
            do {
                quietly(work);
            } while (another());
        }

        private static void quietly(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("A conversation could not be shown to its pages", e);
            }
        }

        private synchronized boolean another() {
            running = again;
            again = false;
            return running;
        }
    }
}
