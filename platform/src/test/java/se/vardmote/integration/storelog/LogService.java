package se.vardmote.integration.storelog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A log service on this machine, spoken to over HTTP: checks each call against the schema, keeps what it takes, knows what it
 * has already (rule 1 of the contract), and answers what a test wants it to.
 */
final class LogService implements AutoCloseable {
    private static final String RESPONDER = "urn:riv:informationsecurity:auditing:log:StoreLogResponder:2";
    private static final String LOG = "urn:riv:informationsecurity:auditing:log:2";

    final List<Element> kept = new CopyOnWriteArrayList<>();
    final List<Integer> calls = new CopyOnWriteArrayList<>();
    final List<String> actions = new CopyOnWriteArrayList<>();
    final List<String> faults = new CopyOnWriteArrayList<>();
    /** Answers to the next calls; without one, what the contract says. {@code LOST}: kept, and no answer. */
    final Deque<String> answers = new ArrayDeque<>();
    /** A log id that is not taken. */
    private volatile String poison = "";

    private final HttpServer server;
    private final Schema schema;

    LogService() {
        try {
            schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Objects.requireNonNull(
                            LogService.class.getResource("/storelog/StoreLogResponder_2.0.xsd")));
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/storelog", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/storelog");
    }

    void neverTakes(String logId) {
        poison = logId;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        actions.add(exchange.getRequestHeaders().getFirst("SOAPAction"));
        String code = take(exchange);
        String scripted = answers.poll();
        if ("LOST".equals(scripted)) {
            exchange.close();
            return;
        }
        byte[] body = (scripted != null && scripted.startsWith("<") ? scripted : envelope(code))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml; charset=UTF-8");
        exchange.sendResponseHeaders(scripted != null && scripted.startsWith("<") ? 500 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String take(HttpExchange exchange) throws IOException {
        List<Element> logs = logs(exchange);
        calls.add(logs.size());
        String scripted = answers.peek();
        if (scripted != null && !scripted.equals("LOST") && !scripted.equals("INFO")) return scripted;
        if (logs.stream().anyMatch(log -> known(id(log)) || id(log).equals(poison))) return "VALIDATION_ERROR";
        kept.addAll(logs);
        return scripted != null ? scripted : "OK";
    }

    private boolean known(String id) {
        return kept.stream().anyMatch(log -> id(log).equals(id));
    }

    private List<Element> logs(HttpExchange exchange) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var document = factory.newDocumentBuilder().parse(exchange.getRequestBody());
            Node store = document.getElementsByTagNameNS(RESPONDER, "StoreLog").item(0);
            schema.newValidator().validate(new DOMSource(store));
            var logs = document.getElementsByTagNameNS(RESPONDER, "log");
            return IntStream.range(0, logs.getLength())
                    .mapToObj(i -> (Element) logs.item(i))
                    .toList();
        } catch (SAXException | ParserConfigurationException e) {
            faults.add(String.valueOf(e.getMessage()));
            return new ArrayList<>();
        }
    }

    static String id(Element log) {
        return text(log, "logId");
    }

    static String text(Element log, String name) {
        Node found = log.getElementsByTagNameNS(LOG, name).item(0);
        return found == null ? "" : found.getTextContent();
    }

    private static String envelope(String code) {
        return """
                <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
                <StoreLogResponse xmlns="%s"><result><resultCode xmlns="%s">%s</resultCode></result></StoreLogResponse>
                </soap:Body></soap:Envelope>""".formatted(RESPONDER, LOG, code);
    }
}
