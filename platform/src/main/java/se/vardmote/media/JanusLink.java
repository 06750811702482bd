package se.vardmote.media;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One WebSocket to Janus. Every request has a time limit: a request on a handle that Janus has forgotten, or one whose
 * event goes to somebody else, is otherwise never answered.
 */
final class JanusLink {
    static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(JanusLink.class);
    private static final JsonMapper json = JsonMapper.shared();
    private final JanusAddress address;
    private final AtomicLong transactions = new AtomicLong();
    private final Map<String, Question> open = new ConcurrentHashMap<>();
    private final Map<Long, Consumer<JsonNode>> handles = new ConcurrentHashMap<>();
    private final Map<Long, Runnable> sessions = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Lock writing = new ReentrantLock();
    private final WebSocket socket;
    private @Nullable JanusHandle steward;

    private record Question(CompletableFuture<JsonNode> answer, boolean ackIsEnough) {}

    private JanusLink(JanusAddress address, HttpClient client) {
        this.address = address;
        this.socket = client.newWebSocketBuilder()
                .subprotocols("janus-protocol")
                .connectTimeout(PATIENCE)
                .buildAsync(address.socket(), new Ear())
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** @throws CompletionException when Janus is not there */
    static JanusLink open(JanusAddress address, HttpClient client) {
        return new JanusLink(address, client);
    }

    JanusAddress address() {
        return address;
    }

    /** Done when the link has broken. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    boolean isUp() {
        return !ended.isDone();
    }

    ObjectNode message(String verb) {
        return json.createObjectNode().put("janus", verb).put("apisecret", address.apiSecret());
    }

    static ObjectNode object() {
        return json.createObjectNode();
    }

    /** Asks and waits. @throws JanusProblem when refused, not answered in time, or the link breaks */
    JsonNode ask(ObjectNode message, Duration patience) {
        try {
            return send(message, false, patience).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof JanusProblem problem) throw problem;
            if (e.getCause() instanceof TimeoutException)
                throw new JanusProblem(JanusProblem.TIMED_OUT, "no answer in " + patience);
            throw new JanusProblem(JanusProblem.GONE, String.valueOf(e.getCause()));
        }
    }

    JsonNode ask(ObjectNode message) {
        return ask(message, PATIENCE);
    }

    /** Sends what needs no answer; a refusal is only noted. */
    void tell(ObjectNode message) {
        var _ = send(message, true, PATIENCE).exceptionally(refusal -> {
            log.debug("{}: {}", message.path("janus").asString(), String.valueOf(refusal.getMessage()));
            return null;
        });
    }

    /** Opens a session that is kept alive as long as the link. @param gone called when Janus drops it */
    long openSession(Runnable gone) {
        long session = ask(message("create")).path("data").path("id").asLong();
        sessions.put(session, gone);
        return session;
    }

    void closeSession(long session) {
        sessions.remove(session);
        ask(message("destroy").put("session_id", session));
    }

    /** The handle through which rooms are made, listed and destroyed. */
    synchronized JanusHandle steward() {
        if (steward == null) steward = attach(openSession(this::cut), "steward", _ -> {});
        return steward;
    }

    /** @param events receives everything Janus says about the handle besides answers */
    JanusHandle attach(long session, String opaqueId, Consumer<JsonNode> events) {
        ObjectNode attach = message("attach")
                .put("session_id", session)
                .put("plugin", "janus.plugin.videoroom")
                .put("opaque_id", opaqueId);
        long id = ask(attach).path("data").path("id").asLong();
        handles.put(id, events);
        return new JanusHandle(this, session, id);
    }

    void forget(long handle) {
        handles.remove(handle);
    }

    void keepSessionsAlive() {
        sessions.keySet().forEach(session -> tell(message("keepalive").put("session_id", session)));
    }

    void cut() {
        socket.abort();
        end();
    }

    private CompletableFuture<JsonNode> send(ObjectNode message, boolean ackIsEnough, Duration patience) {
        String transaction = Long.toString(transactions.incrementAndGet(), Character.MAX_RADIX);
        var answer = new CompletableFuture<JsonNode>();
        open.put(transaction, new Question(answer, ackIsEnough));
        var _ = answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> open.remove(transaction));
        write(json.writeValueAsString(message.put("transaction", transaction)));
        if (!isUp()) answer.completeExceptionally(new JanusProblem(JanusProblem.GONE, "the link has broken"));
        return answer;
    }

    /** The socket takes one text at a time. */
    private void write(String text) {
        writing.lock();
        try {
            socket.sendText(text, true)
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            end();
        } finally {
            writing.unlock();
        }
    }

    private void end() {
        ended.complete(null);
        open.values().forEach(question -> question.answer()
                .completeExceptionally(new JanusProblem(JanusProblem.GONE, "the link has broken")));
    }

    private void heard(JsonNode message) {
        Question question = open.get(message.path("transaction").asString(""));
        String verb = message.path("janus").asString();
        if (question == null) happened(verb, message);
        else if (verb.equals("error")) question.answer().completeExceptionally(refusal(message.path("error")));
        else if (!verb.equals("ack") || question.ackIsEnough()) settle(question, message);
    }

    private static void settle(Question question, JsonNode message) {
        JsonNode data = message.path("plugindata").path("data");
        if (!data.has("error_code")) question.answer().complete(message);
        else
            question.answer()
                    .completeExceptionally(new JanusProblem(
                            data.path("error_code").asInt(), data.path("error").asString("")));
    }

    private static JanusProblem refusal(JsonNode error) {
        return new JanusProblem(error.path("code").asInt(), error.path("reason").asString(""));
    }

    private void happened(String verb, JsonNode message) {
        if (verb.equals("timeout")) {
            Runnable gone = sessions.remove(message.path("session_id").asLong());
            if (gone != null) gone.run();
        }
        Consumer<JsonNode> handle = handles.get(message.path("sender").asLong());
        if (handle != null) handle.accept(message);
    }

    /** Puts the pieces of a text together; Janus's are short, offers with many parties are not. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            text.append(piece);
            if (last) {
                String whole = text.toString();
                text.setLength(0);
                try {
                    heard(json.readTree(whole));
                } catch (RuntimeException e) {
                    log.warn("Could not follow what Janus said", e);
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            end();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            end();
        }
    }
}
