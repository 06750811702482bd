package se.vardmote.training.lan;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.security.cert.CertificateEncodingException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import se.vardmote.training.CannotStart;

/**
 * The one page that the local network reaches without encryption. A server of its own that knows four things by heart,
 * made before it opens: no request can reach sign-in, product or start page through it, because they are not there.
 */
final class TrustPage implements AutoCloseable {

    static final String CERTIFICATE = "/vardmote-provmiljo.crt";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private record Answer(String type, byte[] body) {}

    private final Map<String, Answer> answers;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /** @param page the page in HTML */
    TrustPage(LanAccess lan, String page) throws CertificateEncodingException {
        this.answers = Map.of(
                "/",
                new Answer("text/html; charset=utf-8", page.getBytes(UTF_8)),
                // By this type Safari knows that it is a certificate to install.
                CERTIFICATE,
                new Answer("application/x-x509-ca-cert", lan.authority().getEncoded()),
                "/training.css",
                new Answer("text/css; charset=utf-8", ours("training.css")),
                "/mark.svg",
                new Answer("image/svg+xml", ours("mark.svg")));
        this.server = open(new InetSocketAddress(lan.address(), lan.trustPort()));
    }

    private HttpServer open(InetSocketAddress where) {
        try {
            HttpServer opened = HttpServer.create(where, 0);
            opened.createContext("/", this::answer);
            opened.setExecutor(executor);
            opened.start();
            return opened;
        } catch (BindException taken) {
            throw new CannotStart("Port " + where.getPort() + " är upptagen. Stoppa det som använder den, eller välj en"
                    + " annan port.");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answers.get(exchange.getRequestURI().getRawPath());
            if (answer == null || !READING.contains(exchange.getRequestMethod())) {
                exchange.sendResponseHeaders(answer == null ? 404 : 405, -1);
                return;
            }
            describe(answer, exchange.getResponseHeaders());
            boolean body = exchange.getRequestMethod().equals("GET");
            exchange.sendResponseHeaders(200, body ? answer.body().length : -1);
            if (body) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private static void describe(Answer answer, Headers headers) {
        headers.set("Content-Type", answer.type());
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'");
    }

    private static byte[] ours(String name) {
        try (InputStream file = TrustPage.class.getResourceAsStream("/static/" + name)) {
            if (file == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }
}
