package se.vardmote.meetings.room;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
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
import se.vardmote.access.AccessNews;
import se.vardmote.access.Actor;
import se.vardmote.access.SessionId;
import se.vardmote.access.StaffMember;
import se.vardmote.media.MediaRooms;
import se.vardmote.media.RoomKey;
import se.vardmote.meetings.Attendee;
import se.vardmote.meetings.Conversations;
import se.vardmote.meetings.Participant;
import se.vardmote.meetings.ProtectedConversations;
import se.vardmote.meetings.Text;
import se.vardmote.meetings.Texts;
import se.vardmote.platform.News;
import se.vardmote.platform.Refreshes;
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
    private final Refreshes<RetentionUnitId> refreshes = new Refreshes<>(this::show);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-pages").factory());
    private final Snapshots snapshots;
    private final Texts texts;
    private final Connections connections;
    private final Conversations conversations;
    private final MediaRooms rooms;
    private final StayingRights rights;
    private final MediaLines lines;

    LivePages(
            Snapshots snapshots,
            Texts texts,
            Connections connections,
            Conversations conversations,
            MediaRooms rooms,
            StayingRights rights,
            ProtectedConversations protectedOnes,
            News news) {
        this.snapshots = snapshots;
        this.texts = texts;
        this.connections = connections;
        this.conversations = conversations;
        this.rooms = rooms;
        this.rights = rights;
        this.lines = new MediaLines(
                rooms,
                connections,
                protectedOnes::contains,
                unit -> Thread.startVirtualThread(() -> conversations.changed(unit)));
        news.listen(Conversations.TOPIC, id -> refresh(RetentionUnitId.of(id)));
        news.afterGap(
                () -> pages.values().stream().map(LivePage::unit).distinct().forEach(this::refresh));
        news.listen(Conversations.SEATS, id -> closeWithoutRight(of(RetentionUnitId.of(id))));
        news.listen(AccessNews.SESSION_ENDED, id -> closeWithoutRight(under(new SessionId(UUID.fromString(id)))));
    }

    @PostConstruct
    void start() {
        timer.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * A page joins, or comes back under its earlier connection. Another page of the same attendee is closed: one seat
     * is one page.
     */
    LivePage join(
            LivePage.Outlet outlet, RetentionUnitId unit, Actor actor, PageMessage.Join words, Participant person) {
        Optional<LivePage> here = earlier(unit, Attendee.of(actor), words.connection());
        LivePage page = here.orElseGet(() -> open(unit, actor, words.connection()));
        page.actor(actor);
        closeOthers(page);
        page.arrive(outlet, words.lastSeq(), person, here.isPresent());
        if (here.isPresent()) connections.back(page.id());
        conversations.changed(unit);
        return page;
    }

    /** The socket of a page is lost; its seat and line wait for it a while. */
    void lost(LivePage page, LivePage.Outlet outlet) {
        long loss = page.leaveSocket(outlet);
        if (loss == LivePage.NOT_LOST || pages.get(page.id()) != page) return;
        connections.lost(page.id());
        // It may have come back between the two.
        if (!page.isStillLost(loss)) connections.back(page.id());
        conversations.changed(page.unit());
        timer.schedule(() -> giveUp(page, loss), GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The page says goodbye, or is shown out. */
    void close(LivePage page, ClosedReason reason) {
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

    /** The page's screen is locked or shows something else, or is back: the others are told. */
    void away(LivePage page, boolean away) {
        connections.away(page.id(), away);
        conversations.changed(page.unit());
    }

    /** Reads the conversation and shows it; two at once become one more after the one that runs. */
    void refresh(RetentionUnitId unit) {
        if (!of(unit).isEmpty()) refreshes.refresh(unit);
    }

    private void show(RetentionUnitId unit) {
        List<LivePage> here = of(unit);
        long from = here.stream().mapToLong(LivePage::lastSequence).min().orElse(0);
        List<Text> later = texts.after(unit, from);
        snapshots.read(unit).ifPresent(snapshot -> {
            here.forEach(page -> show(page, snapshot, later, from));
            rooms.seen(new RoomKey(unit.value()), snapshot.admittedLines());
        });
        boolean somebodyCameBack = here.stream().anyMatch(page -> page.lastSequence() < from);
        if (later.size() == Texts.MOST_AT_ONCE || somebodyCameBack) refreshes.refreshSoon(unit);
    }

    private void show(LivePage page, Snapshot snapshot, List<Text> later, long from) {
        if (snapshot.isElsewhere(page.id())) {
            pages.remove(page.id(), page);
            page.close(ClosedReason.ELSEWHERE);
        } else {
            page.show(snapshot, later, from);
        }
    }

    private List<LivePage> of(RetentionUnitId unit) {
        return pages.values().stream().filter(page -> page.unit().equals(unit)).toList();
    }

    private List<LivePage> under(SessionId session) {
        return pages.values().stream()
                .filter(page -> page.actor() instanceof StaffMember staff
                        && staff.session().equals(session))
                .toList();
    }

    /** Asks again whether they may stay, and shows out those who may not. */
    private void closeWithoutRight(Collection<LivePage> some) {
        rights.withoutRight(some).forEach(this::close);
    }

    private Optional<LivePage> earlier(RetentionUnitId unit, Attendee attendee, @Nullable UUID connection) {
        if (connection == null) return Optional.empty();
        return Optional.ofNullable(pages.get(new ConnectionId(connection)))
                .filter(page -> page.unit().equals(unit) && page.attendee().equals(attendee))
                .filter(LivePage::isWhole);
    }

    private LivePage open(RetentionUnitId unit, Actor actor, @Nullable UUID connection) {
        Attendee attendee = Attendee.of(actor);
        Optional<ConnectionId> known = Optional.ofNullable(connection).map(ConnectionId::new);
        Optional<Long> claimed = known.flatMap(id -> connections.claim(id, unit, attendee));
        ConnectionId id = claimed.isPresent() ? known.get() : connections.open(unit, attendee);
        var page = new LivePage(id, unit, actor, claimed.orElse(1L), lines);
        pages.put(id, page);
        return page;
    }

    private void closeOthers(LivePage page) {
        connections.of(page.unit()).stream()
                .filter(row ->
                        row.attendee().equals(page.attendee()) && !row.id().equals(page.id()))
                .forEach(row -> {
                    LivePage other = pages.remove(row.id());
                    if (other != null) other.close(ClosedReason.ELSEWHERE);
                    connections.close(row.id());
                });
    }

    /** Unless the page has come back; lost again, it has its whole grace again. */
    void giveUp(LivePage page, long loss) {
        if (!page.isStillLost(loss) || !pages.remove(page.id(), page)) return;
        page.close(ClosedReason.EXPIRED);
        connections.giveUp(page.id());
        conversations.changed(page.unit());
    }

    /** One part that fails keeps none of the others from being done. */
    void beat() {
        quietly(() -> closeWithoutRight(pages.values()));
        quietly(() -> rights.seen(pages.values()));
        quietly(connections::beat);
        quietly(() -> rooms.keepOnly(
                connections.openConversations().stream().map(RoomKey::new).collect(Collectors.toSet())));
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("The pages' sign of life could not be written", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
