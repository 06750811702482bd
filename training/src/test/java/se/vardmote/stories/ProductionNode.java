package se.vardmote.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One {@code ./vardmote serve}, and a visitor who trusts its certificate. */
final class ProductionNode implements AutoCloseable {
    private final URI origin;
    private final Running process;
    private final HttpClient client;

    ProductionNode(URI origin, Running process, HttpClient client) {
        this.origin = origin;
        this.process = process;
        this.client = client;
    }

    Running process() {
        return process;
    }

    URI at(String path) {
        return origin.resolve(path);
    }

    int status(String path) {
        return get(path, "").statusCode();
    }

    HttpResponse<String> get(String path, String cookie) {
        return getSoon(path, cookie).join();
    }

    CompletableFuture<HttpResponse<String>> getSoon(String path, String cookie) {
        return client.sendAsync(request(path, cookie), HttpResponse.BodyHandlers.ofString());
    }

    /** A stream that is read to its end: done when the node closes it. */
    CompletableFuture<Void> openStream(String path, String cookie) {
        try {
            var answer = client.send(request(path, cookie), HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() != 200) throw new IllegalStateException(path + " answered " + answer.statusCode());
            return CompletableFuture.runAsync(() -> answer.body().forEach(line -> {}), Thread::startVirtualThread);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A socket; done with the code that the node closes it with. */
    CompletableFuture<Integer> openSocket(String cookie) {
        var closed = new CompletableFuture<Integer>();
        client.newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", origin.toString())
                .buildAsync(
                        URI.create(at("/socket").toString().replaceFirst("^https", "wss")), new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onClose(WebSocket socket, int code, String why) {
                                closed.complete(code);
                                return CompletableFuture.completedStage(null);
                            }

                            @Override
                            public void onError(WebSocket socket, Throwable error) {
                                closed.completeExceptionally(error);
                            }
                        })
                .join();
        return closed;
    }

    private HttpRequest request(String path, String cookie) {
        var request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(60));
        if (!cookie.isEmpty()) request.header("Cookie", cookie);
        return request.build();
    }

    @Override
    public void close() {
        try (var ours = client;
                var also = process) {
            // Both are done with, whatever the other says.
        }
    }
}
