package se.vardmote.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * {@code GET /metrics} on an address and port of its own. The JDK's small server, because a second web server with the
 * whole chain of filters costs memory and start time for one page without visitors. Drains last: a node is looked at
 * until it is gone.
 */
@Component
@EnableConfigurationProperties(MetricsSettings.class)
class MetricsServer implements SmartLifecycle {
    private final MetricsSettings settings;
    private final PrometheusMeterRegistry registry;
    private final ExecutorService oneAtATime = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("metrics").factory());
    private volatile boolean running;
    private final HttpServer server;

    MetricsServer(MetricsSettings settings, PrometheusMeterRegistry registry) throws IOException {
        this.settings = settings;
        this.registry = registry;
        this.server = HttpServer.create();
        server.setExecutor(oneAtATime);
        server.createContext("/metrics", this::answer);
    }

    @Override
    public void start() {
        Integer port = settings.port();
        if (port == null) return;
        try {
            server.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), port), 0);
            server.start();
            running = true;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "vardmote.metrics: cannot listen on " + settings.address() + " port " + port, e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean reads = exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestURI().getPath().equals("/metrics");
            byte[] text = reads ? registry.scrape().getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(reads ? 200 : 404, text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    @Override
    public void stop() {
        if (running) server.stop(0);
        running = false;
        oneAtATime.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
