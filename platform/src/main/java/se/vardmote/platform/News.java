package se.vardmote.platform;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells whoever listens, on every node, that something has changed: a topic and an id, never what changed. It is only a
 * hint, sent after the commit; whoever listens reads the rows again. This node is told at once, the others over
 * {@link NewsWire}.
 */
public final class News {
    private static final Logger log = LoggerFactory.getLogger(News.class);
    private final Map<Topic, CopyOnWriteArrayList<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final List<Runnable> gapListeners = new CopyOnWriteArrayList<>();
    private final Executor executor;
    private final Consumer<Item> wire;

    /**
     * What kind of thing changed.
     *
     * @param name lower case letters and hyphens
     */
    public record Topic(String name) {}

    /** One hint as it travels. */
    record Item(Topic topic, String id) {}

    News(Executor executor, Consumer<Item> wire) {
        this.executor = executor;
        this.wire = wire;
    }

    /** Call inside the transaction that changes something: listeners hear of it after the commit, or never. */
    public void tell(Topic topic, String id) {
        var item = new Item(topic, id);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            send(item);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                send(item);
            }
        });
    }

    /** Hears the ids of one topic until closed. The listener runs on its own thread and may be called for nothing. */
    public Subscription listen(Topic topic, Consumer<String> onId) {
        var forTopic = listeners.computeIfAbsent(topic, any -> new CopyOnWriteArrayList<>());
        forTopic.add(onId);
        return () -> forTopic.remove(onId);
    }

    /** Is called when hints of other nodes may have been lost: whoever shows something reads it all again. */
    public void afterGap(Runnable readAgain) {
        gapListeners.add(readAgain);
    }

    void gap() {
        gapListeners.forEach(executor::execute);
    }

    /** Ends the listening. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private void send(Item item) {
        deliver(item);
        wire.accept(item);
    }

    /** Tells the listeners on this node. */
    void deliver(Item item) {
        listeners
                .getOrDefault(item.topic(), new CopyOnWriteArrayList<>())
                .forEach(listener -> executor.execute(() -> quietly(listener, item)));
    }

    private static void quietly(Consumer<String> listener, Item item) {
        try {
            listener.accept(item.id());
        } catch (RuntimeException e) {
            log.warn("A listener to {} failed", item.topic().name(), e);
        }
    }
}
