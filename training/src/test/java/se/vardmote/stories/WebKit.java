package se.vardmote.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The engine of every browser on an iPad, as Debian builds it (WebKitGTK), on a screen that nobody sees. It is asked in W3C
 * WebDriver's own words. It has no camera, and keeps no cookie that is meant for TLS unless it is given one.
 */
final class WebKit implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Without this the toolbar of its test browser is wider than a telephone. */
    private static final String NARROW =
            "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }";

    private static final JsonMapper JSON = JsonMapper.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();
    private final URI driver;
    private final String session;

    WebKit() {
        try {
            var home = Screens.folder("webkit-home");
            Files.writeString(Files.createDirectories(home.resolve("gtk-3.0")).resolve("gtk.css"), NARROW);
            var screen = start(Map.of(), "Xvfb", "-displayfd", "1", "-screen", "0", "1600x1400x24", "-nolisten", "tcp");
            var display = ":" + screen.inputReader(StandardCharsets.US_ASCII).readLine();
            int port = Ports.free();
            start(
                    Map.of("DISPLAY", display, "XDG_CONFIG_HOME", home.toString()),
                    "WebKitWebDriver",
                    "--host=127.0.0.1",
                    "--port=" + port);
            driver = URI.create("http://127.0.0.1:" + port);
            session = begin();
        } catch (IOException e) {
            close();
            throw new IllegalStateException("WebKit is not installed: xvfb webkit2gtk-driver", e);
        }
    }

    void open(String address) {
        ask("url", Map.of("url", address));
    }

    void size(int width, int height) {
        ask("window/rect", Map.of("width", width, "height", height));
    }

    /** Instead of those it had, of the page that is open. */
    void cookies(Map<String, String> cookies) {
        send("DELETE", "/session/" + session + "/cookie", null);
        cookies.forEach((name, value) ->
                ask("cookie", Map.of("cookie", Map.of("name", name, "value", value, "path", "/", "httpOnly", true))));
    }

    /** What the script returns or, when that is a promise, what it comes to. */
    JsonNode run(String script) {
        return ask("execute/sync", Map.of("script", script, "args", List.of()));
    }

    void photograph(Path file) {
        try {
            var picture = send("GET", "/session/" + session + "/screenshot", null);
            Files.write(file, Base64.getDecoder().decode(picture.asString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String begin() {
        var wanted = Map.of("capabilities", Map.of("alwaysMatch", Map.of("pageLoadStrategy", "normal")));
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return send("POST", "/session", wanted).path("sessionId").asString();
            } catch (NotYet starting) {
                if (System.nanoTime() > until) throw starting;
                Thread.onSpinWait();
            }
        }
    }

    private JsonNode ask(String what, Object words) {
        return send("POST", "/session/" + session + "/" + what, words);
    }

    private JsonNode send(String method, String path, Object words) {
        var body = words == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(words));
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(driver.resolve(path))
                            .timeout(PATIENCE)
                            .method(method, body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var value = JSON.readTree(answer.body()).path("value");
            if (answer.statusCode() != 200) throw new IllegalStateException(path + ": " + value);
            return value;
        } catch (IOException e) {
            throw new NotYet(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class NotYet extends IllegalStateException {
        private NotYet(IOException cause) {
            super("WebKitWebDriver does not answer", cause);
        }
    }

    private Process start(Map<String, String> environment, String... command) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        var process = builder.start();
        processes.add(process);
        return process;
    }

    @Override
    public void close() {
        for (Process process : processes.reversed()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroy();
        }
    }
}
