package se.vardmote.notifications;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A carrier of text messages that takes JSON over HTTP. */
final class HttpSms implements Carrier {
    private static final int TOO_SLOW = 408;
    private static final int TOO_MANY = 429;
    private final URI endpoint;
    private final SmsSettings settings;
    private final HttpClient http;

    HttpSms(URI endpoint, SmsSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.http = HttpClient.newBuilder().connectTimeout(settings.patience()).build();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Receipt carry(String reference, Recipient to, String subject, String text) {
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(settings.patience())
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + settings.token())
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "to", to.address(), "from", settings.sender(), "text", text, "reference", reference))))
                .build();
        try {
            return receipt(
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException noAnswer) {
            return Receipt.LATER;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Receipt.LATER;
        }
    }

    /** That we are not let in is ours to mend, and no fault of the number. */
    private static Receipt receipt(int status) {
        if (status / 100 == 2) return Receipt.TAKEN;
        boolean ours = status == 401 || status == 403 || status == 404 || status == TOO_SLOW || status == TOO_MANY;
        return status / 100 == 4 && !ours ? Receipt.REFUSED : Receipt.LATER;
    }
}
