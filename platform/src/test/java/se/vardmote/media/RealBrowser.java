package se.vardmote.media;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium with a false camera, and the small server that its pages talk to. */
final class RealBrowser implements AutoCloseable {
    private static final Stream<Path> PROGRAMS =
            Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium").map(Path::of);
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--remote-debugging-port=0");
    private static final Path program =
            PROGRAMS.filter(Files::isExecutable).findFirst().orElse(Path.of(""));
    private final Map<String, BrowserPage> pages = new ConcurrentHashMap<>();
    private final List<Process> browsers = new ArrayList<>();
    private final List<Path> profiles = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    RealBrowser() throws IOException {
        assumeTrue(Files.isExecutable(program), "Chromium is not installed");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", RealBrowser::page);
        server.createContext("/to", this::toPage);
        server.createContext("/from", this::fromPage);
        server.start();
    }

    BrowserPage open(MediaRooms rooms, RoomKey room, LineRights rights) throws IOException {
        String name = Integer.toString(pages.size());
        var page = new BrowserPage(rooms, room, rights);
        pages.put(name, page);
        Path profile = Files.createTempDirectory("chromium");
        profiles.add(profile);
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(FLAGS);
        command.add("--user-data-dir=" + profile);
        command.add("http://localhost:" + server.getAddress().getPort() + "/?page=" + name);
        browsers.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
        return page;
    }

    @Override
    public void close() {
        for (Process browser : browsers) {
            List<ProcessHandle> all = browser.descendants().toList();
            browser.destroyForcibly().onExit().join();
            all.forEach(ProcessHandle::destroyForcibly);
        }
        server.stop(0);
        threads.shutdownNow();
        profiles.forEach(RealJanus::delete);
    }

    private static void page(HttpExchange exchange) throws IOException {
        try (InputStream html = RealBrowser.class.getResourceAsStream("/media/page.html")) {
            byte[] bytes = Objects.requireNonNull(html).readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void toPage(HttpExchange exchange) throws IOException {
        BrowserPage page =
                Objects.requireNonNull(pages.get(exchange.getRequestURI().getQuery()));
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            while (true) {
                String message = page.toPage.poll(1, TimeUnit.SECONDS);
                String event = message == null ? ":\n\n" : "data: " + message + "\n\n";
                exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fromPage(HttpExchange exchange) throws IOException {
        JsonNode message = JsonMapper.shared().readTree(exchange.getRequestBody());
        Objects.requireNonNull(pages.get(message.path("page").asString())).said(message);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
