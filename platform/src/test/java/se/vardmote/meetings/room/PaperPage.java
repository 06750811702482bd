package se.vardmote.meetings.room;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A socket that remembers what was sent to the page. */
final class PaperPage implements LivePage.Outlet {
    final List<ServerMessage> heard = new CopyOnWriteArrayList<>();
    volatile boolean closed;

    @Override
    public void send(ServerMessage message) {
        heard.add(message);
    }

    @Override
    public void close() {
        closed = true;
    }

    <T extends ServerMessage> List<T> all(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends ServerMessage> T last(Class<T> type) {
        return all(type).getLast();
    }
}
