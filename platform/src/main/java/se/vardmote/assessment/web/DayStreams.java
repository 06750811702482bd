package se.vardmote.assessment.web;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import se.vardmote.access.StaffMember;
import se.vardmote.assessment.DropIn;
import se.vardmote.assessment.DropInRoom;
import se.vardmote.assessment.DropIns;
import se.vardmote.meetings.Conversations;
import se.vardmote.platform.Drain;
import se.vardmote.platform.News;
import se.vardmote.ui.Frame;
import se.vardmote.ui.Language;
import se.vardmote.ui.Templates;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.DropInId;
import se.vardmote.vocabulary.RetentionUnitId;

/**
 * The open pages of "Min dag" on this node. When something changes among those who wait at a unit, the list is read
 * once, the readings that are new are audited in one insert, and each page is sent its section.
 */
@Component
class DayStreams {
    private static final Logger log = LoggerFactory.getLogger(DayStreams.class);
    private static final long HEARTBEAT = 15; // seconds: proxies close what is silent for longer
    private final Map<CareUnitId, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("day-streams").factory());
    private final WaitingBoard board;
    private final ReadingTheBoard reading;
    private final DropIns dropIns;
    private final Templates templates;
    private volatile boolean draining;

    DayStreams(WaitingBoard board, ReadingTheBoard reading, DropIns dropIns, Templates templates, News news) {
        this.board = board;
        this.reading = reading;
        this.dropIns = dropIns;
        this.templates = templates;
        news.listen(DropInRoom.TOPIC, id -> push(CareUnitId.of(id)));
        news.listen(Conversations.TOPIC, this::conversationChanged);
        timer.scheduleAtFixedRate(this::heartbeat, HEARTBEAT, HEARTBEAT, TimeUnit.SECONDS);
    }

    SseEmitter open(StaffMember staff, Frame frame, Language language) {
        var listener = new Listener(staff, frame, language, new SseEmitter(0L), new HashSet<>());
        Set<Listener> ofUnit = listeners.computeIfAbsent(staff.unit(), any -> ConcurrentHashMap.newKeySet());
        listener.emitter().onCompletion(() -> ofUnit.remove(listener));
        listener.emitter().onError(error -> ofUnit.remove(listener));
        ofUnit.add(listener);
        if (draining) listener.emitter().complete();
        // What changed between the page and its stream is shown at once.
        Thread.startVirtualThread(() -> push(List.of(listener)));
        return listener.emitter();
    }

    private void conversationChanged(String id) {
        if (listeners.values().stream().allMatch(Set::isEmpty)) return;
        dropIns.of(RetentionUnitId.of(id))
                .filter(dropIn -> dropIn.state() == DropIn.State.WAITING)
                .ifPresent(dropIn -> push(dropIn.receivingUnit()));
    }

    private void push(CareUnitId unit) {
        push(List.copyOf(listeners.getOrDefault(unit, Set.of())));
    }

    private void push(List<Listener> to) {
        if (to.isEmpty()) return;
        List<DropIn> waiting = board.waiting(to.getFirst().staff());
        reading.record(to.stream()
                .map(listener -> new ReadingTheBoard.Reading(listener.staff(), listener.newOf(waiting)))
                .toList());
        to.forEach(listener -> {
            var view = board.shownTo(listener.staff(), waiting, Map.of()).view();
            send(listener, "waiting", templates.html(view, listener.frame(), listener.language()));
        });
    }

    private void heartbeat() {
        listeners
                .values()
                .forEach(ofUnit -> ofUnit.forEach(listener -> {
                    try {
                        listener.emitter().send(SseEmitter.event().comment("beat"));
                    } catch (IOException | IllegalStateException e) {
                        ofUnit.remove(listener);
                    }
                }));
    }

    private static void send(Listener listener, String event, String html) {
        try {
            listener.emitter().send(SseEmitter.event().name(event).data(html));
        } catch (IOException | IllegalStateException e) {
            log.debug("A page of the day has gone");
            listener.emitter().complete();
        }
    }

    /** An open stream would hold up the shutdown; its page opens another, at a node that stays. */
    @EventListener(Drain.Draining.class)
    void letGo() {
        draining = true;
        listeners
                .values()
                .forEach(ofUnit -> ofUnit.forEach(listener -> listener.emitter().complete()));
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }

    /** One page. {@code shown} are those whose names it has been shown, so that each reading is audited once. */
    private record Listener(
            StaffMember staff, Frame frame, Language language, SseEmitter emitter, Set<DropInId> shown) {

        synchronized List<DropIn> newOf(List<DropIn> waiting) {
            return waiting.stream().filter(dropIn -> shown.add(dropIn.id())).toList();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
