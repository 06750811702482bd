package se.vardmote.meetings.room;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import se.vardmote.access.SocketMessages;
import se.vardmote.meetings.PageArrived;
import se.vardmote.meetings.PageLost;
import se.vardmote.platform.Drain;
import se.vardmote.platform.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The socket's edge: frames to records and back, one page a socket, the first message must be a join. */
@Component
class RoomSocket extends TextWebSocketHandler implements SocketMessages {
    private static final Logger log = LoggerFactory.getLogger(RoomSocket.class);
    private static final int SEND_TIME_LIMIT = 5_000; // ms
    private static final int SEND_BUFFER = 512 * 1024; // bytes
    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final JsonMapper json;
    private final PageWords words;
    private final ApplicationEventPublisher events;
    private volatile boolean draining;

    RoomSocket(JsonMapper json, PageWords words, ApplicationEventPublisher events) {
        this.json = json;
        this.words = words;
        this.events = events;
    }

    @Override
    public Set<String> types() {
        return Stream.of(PageMessage.class.getPermittedSubclasses())
                .map(PageMessage::type)
                .collect(Collectors.toSet());
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        var outlet = new SocketOutlet(session);
        visits.put(session.getId(), new Visit(outlet));
        if (draining) outlet.close(CloseStatus.SERVICE_RESTARTED);
    }

    /** Each page keeps its seat and comes back by itself, to a node that stays. */
    @EventListener(Drain.Draining.class)
    void letGo() {
        draining = true;
        visits.values().forEach(visit -> visit.outlet.close(CloseStatus.SERVICE_RESTARTED));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage frame) {
        Visit visit = visits.get(session.getId());
        if (visit == null) return;
        visit.pace.next();
        try {
            take(visit, json.readValue(frame.getPayload(), PageMessage.class));
        } catch (JacksonException e) {
            visit.outlet.send(new ServerMessage.Problem("meetings/not-understood", null));
        }
    }

    private void take(Visit visit, PageMessage message) {
        try {
            if (visit.page == null && message instanceof PageMessage.Join join) {
                arrive(visit, join);
            } else if (visit.page == null) {
                visit.outlet.send(new ServerMessage.Closed(ClosedReason.EXPIRED));
            } else if (visit.page.hangsOn(visit.outlet)) {
                words.take(visit.page, message);
            }
        } catch (ProblemException e) {
            visit.outlet.send(new ServerMessage.Problem(e.problem().slug(), key(message)));
        } catch (RuntimeException e) {
            log.warn(
                    "A message of type {} could not be handled",
                    message.getClass().getSimpleName(),
                    e);
            visit.outlet.send(new ServerMessage.Problem("unexpected", key(message)));
        }
    }

    private void arrive(Visit visit, PageMessage.Join join) {
        visit.page = words.join(visit.outlet, join).orElse(null);
        if (visit.page != null) events.publishEvent(new PageArrived(join.connection() != null));
    }

    private static java.util.@Nullable UUID key(PageMessage message) {
        return switch (message) {
            case PageMessage.Say say -> say.key();
            case PageMessage.Emergency pressed -> pressed.key();
            case PageMessage.NoEmergency none -> none.key();
            case PageMessage.Protect protect -> protect.key();
            case PageMessage.Instruct instruct -> instruct.key();
            case PageMessage.Understood understood -> understood.key();
            default -> null;
        };
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Visit visit = visits.remove(session.getId());
        if (visit == null || visit.page == null) return;
        events.publishEvent(new PageLost());
        words.lost(visit.page, visit.outlet);
    }

    /** A socket and, after its join, the page it belongs to. Frames of one socket are handled one at a time. */
    private static final class Visit {
        private final SocketOutlet outlet;
        private final Pace pace = new Pace();
        private volatile @Nullable LivePage page;

        private Visit(SocketOutlet outlet) {
            this.outlet = outlet;
        }
    }

    private final class SocketOutlet implements LivePage.Outlet {
        private final WebSocketSession session;

        private SocketOutlet(WebSocketSession session) {
            this.session = new ConcurrentWebSocketSessionDecorator(session, SEND_TIME_LIMIT, SEND_BUFFER);
        }

        @Override
        public void send(ServerMessage message) {
            try {
                if (session.isOpen()) session.sendMessage(new TextMessage(json.writeValueAsString(message)));
            } catch (IOException | RuntimeException e) {
                // The page is gone or too slow; its coming back repeats what matters.
                close();
            }
        }

        @Override
        public void close() {
            close(CloseStatus.NORMAL);
        }

        private void close(CloseStatus why) {
            try {
                session.close(why);
            } catch (IOException e) {
                log.debug("A socket was already gone");
            }
        }
    }
}
