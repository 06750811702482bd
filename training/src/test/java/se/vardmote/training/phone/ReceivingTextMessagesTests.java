package se.vardmote.training.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.training.start.RunningTraining;

/** "Provtelefonen" shows what the product sends by SMS, and nothing that anybody else sends. */
class ReceivingTextMessagesTests {
    private static RunningTraining training;

    @BeforeAll
    static void start() throws IOException {
        training = RunningTraining.start();
    }

    @AfterAll
    static void stop() throws IOException {
        training.close();
    }

    @Test
    void a_message_of_the_products_is_shown_with_its_link_once() throws Exception {
        String link = "http://localhost:" + RunningTraining.PRODUCT_PORT + "/m/AAAAAAAAAAAAAAAAAAAAAA";
        for (int i = 0; i < 2; i++)
            assertThat(send("1", "Din vårdtid på video. Öppna länken då: " + link, RunningTraining.SMS_TOKEN))
                    .isEqualTo(202);
        String page = training.get("start.localhost", "/telefon").body();
        assertThat(page).containsOnlyOnce("href=\"" + link + "\"").contains("+46701740611", "Vardmote", "Provmiljö");
    }

    @Test
    void a_link_to_anywhere_else_is_text() throws Exception {
        send("2", "Vinn pengar: https://elsewhere.example/m/x", RunningTraining.SMS_TOKEN);
        assertThat(training.get("start.localhost", "/telefon").body())
                .contains("https://elsewhere.example/m/x")
                .doesNotContain("href=\"https://elsewhere.example");
    }

    @Test
    void whoever_cannot_prove_to_be_the_product_sends_nothing() throws Exception {
        assertThat(send("3", "Inte härifrån", "guess")).isEqualTo(401);
        assertThat(training.get("start.localhost", "/telefon").body()).doesNotContain("Inte härifrån");
    }

    @Test
    void what_it_says_is_never_markup() throws Exception {
        send("4", "<b>Fet</b>", RunningTraining.SMS_TOKEN);
        assertThat(training.get("start.localhost", "/telefon").body()).doesNotContain("<b>Fet</b>");
    }

    private static int send(String reference, String text, String token) throws Exception {
        String json = """
                {"to":"+46701740611","from":"Vardmote","text":"%s","reference":"%s"}""".formatted(text, reference);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + training.port() + "/sms"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(json, UTF_8))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
