package se.vardmote.access.web;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page's end of a real socket: what it was told, in order, and whether it was closed. */
final class TestSocket implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final List<String> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder frame = new StringBuilder();
    private final WebSocket socket;
    private volatile boolean closed;

    private TestSocket(TestHouse house, TestBrowser browser) {
        String cookies = browser.cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        socket = HTTP.newWebSocketBuilder()
                .header("Origin", house.origin())
                .header("Cookie", cookies)
                .buildAsync(URI.create("ws://localhost:" + house.port + "/socket"), this)
                .join();
    }

    static TestSocket open(TestHouse house, TestBrowser browser) {
        return new TestSocket(house, browser);
    }

    /** Open, joined with a ticket from {@code tickets} (a path), and welcomed. */
    static TestSocket join(TestHouse house, TestBrowser browser, String tickets) {
        TestSocket socket = open(house, browser);
        socket.joins(ticket(house, browser, tickets));
        socket.awaits("\"type\":\"welcome\"");
        return socket;
    }

    static String ticket(TestHouse house, TestBrowser browser, String tickets) {
        String page = browser.get(tickets.replace("/biljett", "")).body();
        String token = page.replaceAll("(?s).*name=\"csrf\" content=\"([^\"]+)\".*", "$1");
        String answer = browser.raw(
                        tickets, Map.of("_csrf", token), "Origin", house.origin(), "Accept", "application/json")
                .body();
        return answer.replaceAll(".*\"ticket\":\"([^\"]+)\".*", "$1");
    }

    void joins(String ticket) {
        says("{\"type\":\"join\",\"ticket\":\"" + ticket + "\",\"connection\":null,\"lastSeq\":0}");
    }

    void says(String message) {
        socket.sendText(message, true).join();
    }

    void awaits(String part) {
        await().until(() -> heard.stream().anyMatch(message -> message.contains(part)));
    }

    void abort() {
        socket.abort();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        frame.append(text);
        if (last) {
            heard.add(frame.toString());
            frame.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed = true;
        return null;
    }
}
