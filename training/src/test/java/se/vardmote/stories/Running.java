package se.vardmote.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that answers at an address, with all that it says in one file. */
final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private final Process process;
    private final Path output;

    private Running(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the command and returns when {@code GET ready} answers 200. */
    static Running start(List<String> command, Path output, URI ready) {
        try (var client = HttpClient.newHttpClient()) {
            return start(command, output, ready, client, Map.of());
        }
    }

    /** The same with variables of its environment, asked by a client that trusts it. */
    static Running start(
            List<String> command, Path output, URI ready, HttpClient client, Map<String, String> variables) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().putAll(variables);
            var running = new Running(builder.start(), output);
            running.awaitAnswer(ready, client);
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer(URI ready, HttpClient client) throws IOException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!answers(client, ready)) {
                // Waiting for its end is the pause between two questions.
                if (process.waitFor(25, TimeUnit.MILLISECONDS) || System.nanoTime() > giveUp) {
                    process.destroyForcibly();
                    throw new IllegalStateException("It did not start. Its last words:\n" + lastWords());
                }
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while it started", e);
        }
    }

    private static boolean answers(HttpClient client, URI ready) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String lastWords() throws IOException {
        var lines = Files.readAllLines(output);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    Stream<ProcessHandle> descendants() {
        return process.descendants();
    }

    /** SIGTERM, and not waited for; done with the exit code. */
    CompletableFuture<Integer> terminate() {
        process.destroy();
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Kill −9: no shutdown hook runs, nothing is flushed. */
    void kill9() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not end within 40 s of being asked to: process " + pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
