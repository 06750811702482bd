package se.vardmote.stories;

import com.microsoft.playwright.Browser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Two pages that speak Janus's own API and nothing else ({@code bench/bare}), on the Janus of an installation. */
final class BarePages implements AutoCloseable {
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "js", "text/javascript");
    private final HttpServer server;
    private final String secrets;
    private final Browser browser;

    BarePages(Path data, Browser browser) throws IOException {
        this.browser = browser;
        this.secrets = secretsOf(data.resolve("janus"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var name = exchange.getRequestURI().getPath().equals("/bare.js") ? "bare.js" : "index.html";
            byte[] content =
                    Files.readAllBytes(Installation.root().resolve("bench/bare").resolve(name));
            exchange.getResponseHeaders().add("Content-Type", TYPES.get(name.substring(name.indexOf('.') + 1)));
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
    }

    /**
     * One call between two warm pages.
     *
     * @param video the constraints that the product uses for its camera, as JSON
     * @return from the press until the later of the two has shown the first frame, in milliseconds
     */
    double call(String video) {
        var room = UUID.randomUUID().toString();
        try (var waiting = open(room);
                var pressing = open(room)) {
            waiting.page().evaluate("video => bare.warm(JSON.parse(video))", video);
            pressing.page().evaluate("video => bare.warm(JSON.parse(video))", video);
            waiting.page().evaluate("bare.createRoom().then(() => bare.go())");
            double pressed = pressing.number("bare.go()");
            return Math.max(FirstFrameBench.firstFrameAt(waiting), FirstFrameBench.firstFrameAt(pressing)) - pressed;
        }
    }

    private Person open(String room) {
        var person = new Person("bare", browser, 820, 1180);
        FirstFrameBench.startStopwatch(person);
        person.page().navigate("http://bare.localhost:" + server.getAddress().getPort() + "/#room=" + room + secrets);
        person.awaitTrue("globalThis.bare !== undefined");
        return person;
    }

    private static String secretsOf(Path janus) throws IOException {
        return "&apiSecret=" + setting(janus.resolve("janus.jcfg"), "api_secret")
                + "&adminKey=" + setting(janus.resolve("janus.plugin.videoroom.jcfg"), "admin_key")
                + "&janus=ws://127.0.0.1:" + setting(janus.resolve("janus.transport.websockets.jcfg"), "ws_port");
    }

    private static String setting(Path file, String name) throws IOException {
        var matcher = Pattern.compile("(?m)^\\s*" + name + "\\s*=\\s*\"?([^\"\\s]+)\"?")
                .matcher(Files.readString(file));
        if (!matcher.find()) {
            throw new IllegalStateException(name + " is not in " + file);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
