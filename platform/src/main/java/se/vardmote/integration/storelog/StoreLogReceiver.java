package se.vardmote.integration.storelog;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.vardmote.audit.Accessed;
import se.vardmote.audit.Activity;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.LogReceiver;
import se.vardmote.audit.Outcome;

/**
 * StoreLog 2.0 over HTTP. The contract has a place for what somebody with an HSA-id did with a patient's data; refused
 * attempts, devices and sign-ins stay in our own log only.
 */
final class StoreLogReceiver implements LogReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(StoreLogReceiver.class);
    private final StoreLogSettings settings;
    private final URI endpoint;
    private final LogEntries entries;
    private final HttpClient http;

    StoreLogReceiver(StoreLogSettings settings, URI endpoint, LogEntries entries, HttpClient http) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.entries = entries;
        this.http = http;
    }

    @Override
    public String name() {
        return "storelog";
    }

    @Override
    public boolean takes(Accessed event) {
        return event.actorKind() == ActorKind.STAFF
                && event.client() != null
                && event.outcome() == Outcome.ALLOWED
                && event.activity() != Activity.SIGN_IN
                && event.activity() != Activity.SIGN_OUT;
    }

    @Override
    public Receipt store(List<Accessed> events) {
        List<LogEntry> known =
                events.stream().flatMap(event -> entries.of(event).stream()).toList();
        if (known.size() < events.size()) return Receipt.INVALID;
        try {
            var answer = http.send(request(known), HttpResponse.BodyHandlers.ofByteArray());
            return receipt(StoreLogMessage.resultCode(answer.body()), answer.statusCode());
        } catch (IOException e) {
            LOG.warn("The log service does not answer: {}", e.getClass().getSimpleName());
            return Receipt.NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Receipt.NO_ANSWER;
        }
    }

    /** All codes but OK and INFO mean that nothing was stored. A fault or an error page says nothing either way. */
    private static Receipt receipt(Optional<String> code, int status) {
        Receipt receipt =
                switch (code.orElse("")) {
                    case "OK", "INFO" -> Receipt.STORED;
                    case "VALIDATION_ERROR" -> Receipt.INVALID;
                    case "ERROR", "ACCESSDENIED" -> Receipt.REFUSED;
                    default -> Receipt.NO_ANSWER;
                };
        // The text of an answer could repeat what was sent.
        if (receipt != Receipt.STORED)
            LOG.warn("The log service answered {} (HTTP {})", code.isEmpty() ? "no result" : receipt, status);
        return receipt;
    }

    private HttpRequest request(List<LogEntry> known) {
        return HttpRequest.newBuilder(endpoint)
                .timeout(settings.timeout())
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", '"' + StoreLogMessage.ACTION + '"')
                .POST(HttpRequest.BodyPublishers.ofByteArray(StoreLogMessage.request(settings, known)))
                .build();
    }
}
