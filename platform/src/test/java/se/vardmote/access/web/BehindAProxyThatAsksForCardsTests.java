package se.vardmote.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vardmote.access.web.TestBrowser.location;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vardmote.access.TestCast;
import se.vardmote.vocabulary.Profession;

/** R0-55: a proxy that has the handshake is believed where it is configured, by its address, and nobody else is. */
class BehindAProxyThatAsksForCardsTests {
    private static final String NURSE = "SE2120001132-1001";
    private static final String PROXY = "127.0.0.2";
    private static CardHouse there;

    @BeforeAll
    static void open() {
        there = new CardHouse(PROXY);
        TestCast cast = there.house.cast;
        cast.commission(cast.staff(NURSE, "Sara Sjuk", Profession.NURSE), TestCast.NURSES, TestCast.CARE);
    }

    @AfterAll
    static void close() {
        there.close();
    }

    @Test
    void the_card_that_the_proxy_passes_on_signs_in_in_either_spelling() throws Exception {
        var card = there.card(NURSE).make().certificate();

        assertThat(location(passedOn(PROXY, ":" + Base64.getEncoder().encodeToString(card.getEncoded()) + ":")))
                .endsWith("/min-dag");
        // As nginx writes it: a blank is %20, and a plus sign is one.
        String escaped = URLEncoder.encode(pem(card), StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(location(passedOn(PROXY, escaped))).endsWith("/min-dag");
    }

    @Test
    void a_card_of_the_proxy_is_asked_the_same_as_any() throws Exception {
        var card = there.card(NURSE).policy("1.2.3").make().certificate();

        assertThat(passedOn(PROXY, ":" + Base64.getEncoder().encodeToString(card.getEncoded()) + ":")
                        .body())
                .contains("räcker inte för inloggning");
    }

    @Test
    void what_is_no_certificate_is_no_card() {
        for (String nonsense :
                new String[] {":", "::", "%", ":AAAA:", "-----BEGIN CERTIFICATE-----", "A".repeat(13_000)})
            assertThat(passedOn(PROXY, nonsense).body()).contains("Vi såg inget kort");
    }

    @Test
    void the_same_header_from_anybody_else_does_nothing() throws Exception {
        var card = there.card(NURSE).make().certificate();
        String header = ":" + Base64.getEncoder().encodeToString(card.getEncoded()) + ":";
        String visit = there.leave(there.house.browser());
        int before = there.services.asked.get();

        var answer = CardReader.send(
                CardReader.at("127.0.0.1"), visit, CardHouse.PROXY_HEADER, header, "X-Forwarded-For", PROXY);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(location(answer)).isEmpty();
        assertThat(there.services.asked).hasValue(before);
    }

    private static java.net.http.HttpResponse<String> passedOn(String from, String header) {
        var browser = there.house.browser();
        var answer = CardReader.send(CardReader.at(from), there.leave(browser), CardHouse.PROXY_HEADER, header);
        return browser.get(location(answer));
    }

    private static String pem(java.security.cert.X509Certificate card) throws java.io.IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(card);
        }
        return text.toString();
    }
}
