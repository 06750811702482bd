package se.vardmote.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries news between nodes by {@code LISTEN/NOTIFY} on connections of its own. Hints are gathered for about 20 ms and
 * sent outside the transactions that caused them, because NOTIFY inside a transaction makes commits wait for each other.
 */
final class NewsWire implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NewsWire.class);
    private static final Duration GATHER = Duration.ofMillis(20);
    private static final int ITEMS_A_PAYLOAD = 80; // an item is at most about 90 bytes, a payload at most 8,000
    private final String node = UUID.randomUUID().toString().substring(0, 8);
    private final LinkedBlockingQueue<News.Item> outgoing = new LinkedBlockingQueue<>(100_000);
    private final DatabaseLogin login;
    private volatile boolean open = true;

    NewsWire(DatabaseLogin login) {
        this.login = login;
    }

    void send(News.Item item) {
        if (!outgoing.offer(item)) log.warn("Too much news waits for the database; other nodes will read late");
    }

    /**
     * Starts both threads.
     *
     * @param onConnected called each time that it listens again: what was told meanwhile is lost
     */
    void start(Consumer<News.Item> onItem, Runnable onConnected) {
        Thread.ofPlatform().daemon().name("news-out").start(() -> whileOpen(this::sendFrom));
        Thread.ofPlatform()
                .daemon()
                .name("news-in")
                .start(() -> whileOpen(connection -> {
                    listen(connection);
                    onConnected.run();
                    receiveFrom(connection, onItem);
                }));
    }

    @Override
    public void close() {
        open = false;
    }

    private interface Work {
        void on(Connection connection) throws SQLException, InterruptedException;
    }

    private void whileOpen(Work work) {
        while (open) {
            try (Connection connection = login.open()) {
                work.on(connection);
            } catch (SQLException e) {
                if (open) log.warn("News between nodes has stopped; trying again in a second");
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void sendFrom(Connection connection) throws SQLException, InterruptedException {
        try (var notify = connection.prepareStatement("select pg_notify('vardmote_news', ?)")) {
            while (open) {
                Set<News.Item> batch = gather();
                if (batch.isEmpty()) continue;
                notify.setString(1, payload(batch));
                notify.execute();
            }
        }
    }

    private Set<News.Item> gather() throws InterruptedException {
        Set<News.Item> batch = new LinkedHashSet<>();
        News.Item first = outgoing.poll(1, TimeUnit.SECONDS);
        if (first == null) return batch;
        batch.add(first);
        long end = System.nanoTime() + GATHER.toNanos();
        while (batch.size() < ITEMS_A_PAYLOAD) {
            News.Item next = outgoing.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) break;
            batch.add(next);
        }
        return batch;
    }

    private String payload(Set<News.Item> batch) {
        var text = new StringBuilder(node);
        batch.forEach(item ->
                text.append('\n').append(item.topic().name()).append(' ').append(item.id()));
        return text.toString();
    }

    private static void listen(Connection connection) throws SQLException {
        try (var listen = connection.createStatement()) {
            listen.execute("listen vardmote_news");
        }
    }

    private void receiveFrom(Connection connection, Consumer<News.Item> onItem) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        while (open) {
            PGNotification[] notifications = postgres.getNotifications(1_000);
            if (notifications == null) continue;
            for (PGNotification notification : notifications) read(notification.getParameter(), onItem);
        }
    }

    private void read(String payload, Consumer<News.Item> onItem) {
        String[] lines = payload.split("\n", -1);
        if (lines[0].equals(node)) return;
        for (int i = 1; i < lines.length; i++) {
            int space = lines[i].indexOf(' ');
            onItem.accept(new News.Item(new News.Topic(lines[i].substring(0, space)), lines[i].substring(space + 1)));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
