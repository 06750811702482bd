package se.vardmote.assessment.web;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import se.vardmote.access.AccessNews;
import se.vardmote.access.Commissions;
import se.vardmote.access.SessionId;
import se.vardmote.access.SessionOver;
import se.vardmote.access.Sessions;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.DropIns;
import se.vardmote.assessment.Roster;
import se.vardmote.meetings.Conversations;
import se.vardmote.meetings.StaffCalls;
import se.vardmote.platform.Drain;
import se.vardmote.platform.News;
import se.vardmote.platform.Refreshes;
import se.vardmote.ui.Frame;
import se.vardmote.ui.Language;
import se.vardmote.ui.Templates;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/**
 * The open pages of "Min dag" on this node. When something changes among those who wait at a unit, the list is read
 * once for all who serve the same units, the readings that are new are audited in one insert, and each page is sent its section. Before each push and at
 * each beat it is asked whether those who listen may still do so.
 */
@Component
class DayStreams {
    private static final Logger log = LoggerFactory.getLogger(DayStreams.class);
    private static final long HEARTBEAT = 15; // seconds: proxies close what is silent for longer
    private static final long QUESTION = 20; // seconds: who has not answered for a minute is not on duty
    private final Set<DayListener> listeners = ConcurrentHashMap.newKeySet();
    private final Refreshes<DayListener.Group> refreshes = new Refreshes<>(this::push);
    private final Refreshes<StaffId> callRefreshes = new Refreshes<>(this::pushCalls);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("day-streams").factory());
    private final WaitingBoard board;
    private final ReadingTheBoard reading;
    private final AcuteCalls acute;
    private final DropIns dropIns;
    private final Roster roster;
    private final Sessions sessions;
    private final Commissions commissions;
    private final MyCallsReader calls;
    private final KnocksMeanwhile knocks;
    private final Templates templates;
    private volatile boolean draining;

    DayStreams(
            WaitingBoard board,
            ReadingTheBoard reading,
            AcuteCalls acute,
            DropIns dropIns,
            Roster roster,
            Sessions sessions,
            Commissions commissions,
            MyCallsReader calls,
            KnocksMeanwhile knocks,
            Templates templates,
            News news) {
        this.board = board;
        this.reading = reading;
        this.acute = acute;
        this.dropIns = dropIns;
        this.roster = roster;
        this.sessions = sessions;
        this.commissions = commissions;
        this.calls = calls;
        this.knocks = knocks;
        this.templates = templates;
        news.listen(DropInRoom.TOPIC, id -> refresh(CareUnitId.of(id)));
        news.afterGap(
                () -> listeners.stream().map(DayListener::group).distinct().forEach(refreshes::refresh));
        news.listen(StaffCalls.TOPIC, id -> callRefreshes.refresh(StaffId.of(id)));
        news.afterGap(() -> staffOf(List.copyOf(listeners)).forEach(callRefreshes::refresh));
        news.listen(Conversations.TOPIC, this::conversationChanged);
        news.listen(AccessNews.SESSION_ENDED, id -> stillHere(under(new SessionId(UUID.fromString(id)))));
        timer.scheduleAtFixedRate(() -> quietly(this::beat), HEARTBEAT, HEARTBEAT, TimeUnit.SECONDS);
        timer.scheduleAtFixedRate(() -> quietly(this::ask), QUESTION, QUESTION, TimeUnit.SECONDS);
    }

    SseEmitter open(StaffMember staff, Frame frame, Language language) {
        return open(new DayListener(commissions.of(staff), frame, language, false));
    }

    /** For a page of a call: who waits meanwhile, without a name. */
    SseEmitter openInCall(StaffMember staff, Frame frame, Language language) {
        return open(new DayListener(commissions.of(staff), frame, language, true));
    }

    private SseEmitter open(DayListener listener) {
        StaffMember staff = listener.staff();
        listener.emitter().onCompletion(() -> listeners.remove(listener));
        listener.emitter().onError(error -> listeners.remove(listener));
        listeners.add(listener);
        if (draining) listener.emitter().complete();
        // What changed between the page and its stream is shown at once, and who is on duty is so from now on.
        refreshes.refreshSoon(listener.group());
        if (!listener.inCall()) callRefreshes.refreshSoon(staff.staff());
        if (roster.isOn(staff)) listener.ask();
        return listener.emitter();
    }

    /** The page was asked and answers. On duty that keeps somebody signed in who only listens; off duty it does not. */
    void answered(StaffMember staff) {
        if (roster.answered(staff)) sessions.seen(Set.of(staff.session()));
    }

    private void conversationChanged(String id) {
        if (listeners.isEmpty()) return;
        dropIns.of(RetentionUnitId.of(id))
                .filter(dropIn -> dropIn.state() == DropIn.State.WAITING)
                .ifPresent(dropIn -> refresh(dropIn.receivingUnit()));
    }

    private void refresh(CareUnitId unit) {
        listeners.stream()
                .filter(listener -> listener.shows(unit))
                .map(DayListener::group)
                .distinct()
                .forEach(refreshes::refresh);
    }

    private void push(DayListener.Group group) {
        List<DayListener> to = stillHere(in(group)).stream()
                .filter(listener -> listener.group().equals(group))
                .toList();
        if (to.isEmpty()) return;
        List<AcuteCalls.Signal> signals = acute.show(to);
        List<StaffMember> posts = to.getFirst().posts();
        List<DropIn> waiting = board.waiting(posts);
        reading.record(to.stream()
                .filter(listener -> !listener.inCall())
                .map(listener -> new ReadingTheBoard.Reading(listener.posts(), listener.notYetShown(waiting)))
                .toList());
        to.forEach(listener -> listener.willBeShown(waiting));
        Board read = board.read(posts, waiting);
        read.quietUntil().ifPresent(until -> soundForAll(group, Duration.between(read.now(), until)));
        Set<StaffId> onDuty = roster.switchedOn(group.careProvider(), staffOf(to));
        // Most readers see the same: each sight is drawn once.
        var drawn = new HashMap<Sight, String>();
        for (DayListener listener : to) {
            boolean on = onDuty.contains(listener.staff().staff());
            WaitingList list = read.shownTo(listener.posts(), on, Map.of());
            if (listener.inCall()) listener.show(knocks.json(list, signals, listener.staff(), listener.language()));
            else listener.show(drawn.computeIfAbsent(listener.sight(list), this::draw));
        }
    }

    /** Each in the commission of their own sign-in. */
    private void pushCalls(StaffId staff) {
        List<DayListener> theirs = listeners.stream()
                .filter(listener ->
                        !listener.inCall() && listener.staff().staff().equals(staff))
                .toList();
        for (DayListener listener : stillHere(theirs)) {
            MyCalls read = calls.read(listener.staff());
            listener.showCalls(templates.html(read.view(), listener.frame(), listener.language()));
        }
    }

    private void soundForAll(DayListener.Group group, Duration in) {
        timer.schedule(() -> refreshes.refreshSoon(group), in.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    /** What a page is shown, in which words and for which kind of device. */
    record Sight(WaitingList list, Frame frame, Language language) {}

    private String draw(Sight sight) {
        return templates.html(sight.list().view(), sight.frame(), sight.language());
    }

    private static Set<StaffId> staffOf(List<DayListener> some) {
        return some.stream().map(listener -> listener.staff().staff()).collect(Collectors.toSet());
    }

    /** Those who may still listen, with their rights as of now; the others are told why not, and their streams end. */
    private List<DayListener> stillHere(List<DayListener> asked) {
        Map<SessionId, StaffMember> signedIn =
                sessions.stillSignedIn(asked.stream().map(DayListener::session).collect(Collectors.toSet()));
        Map<SessionId, List<StaffMember>> posts = commissions.of(signedIn.values());
        return asked.stream()
                .filter(listener -> mayListen(listener, posts.get(listener.session())))
                .toList();
    }

    private boolean mayListen(DayListener listener, @Nullable List<StaffMember> now) {
        if (now != null
                && now.getFirst().professional()
                && now.getFirst().unit().equals(listener.staff().unit())) {
            DayListener.Group before = listener.group();
            listener.posts(now);
            if (!listener.group().equals(before)) refreshes.refreshSoon(listener.group());
            return true;
        }
        listeners.remove(listener);
        listener.end(now == null ? sessions.whyOver(listener.session()) : SessionOver.REVOKED);
        return false;
    }

    /** How many pages are open on this node. */
    int open() {
        return listeners.size();
    }

    void beat() {
        stillHere(List.copyOf(listeners)).forEach(DayListener::beat);
    }

    /** Only pages on duty are asked: for all others the idle time-out goes on. */
    void ask() {
        Map<CareProviderId, List<DayListener>> byProvider = listeners.stream()
                .collect(Collectors.groupingBy(listener -> listener.staff().careProvider()));
        byProvider.forEach((provider, some) -> {
            Set<StaffId> onDuty = roster.switchedOn(provider, staffOf(some));
            some.stream()
                    .filter(listener -> onDuty.contains(listener.staff().staff()))
                    .forEach(DayListener::ask);
        });
    }

    private List<DayListener> in(DayListener.Group group) {
        return listeners.stream()
                .filter(listener -> listener.group().equals(group))
                .toList();
    }

    private List<DayListener> under(SessionId session) {
        return listeners.stream()
                .filter(listener -> listener.session().equals(session))
                .toList();
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("The open pages of the day could not be told", e);
        }
    }

    /** An open stream would hold up the shutdown; its page opens another, at a node that stays. */
    @EventListener(Drain.Draining.class)
    void letGo() {
        draining = true;
        listeners.forEach(listener -> listener.emitter().complete());
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }
}
