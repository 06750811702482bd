package se.vardmote.access.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The product with a card port, and the issuer whom it trusts. */
final class CardHouse implements AutoCloseable {
    static final String PROXY_HEADER = "X-Card";
    final CardIssuer issuer = new CardIssuer("Test Person HSA-id CA");
    final int cardPort = TestHouse.freePort();
    final TestHouse house;
    final CardServices services;

    /** @param proxy null: the port has handshakes of its own */
    CardHouse(@Nullable String proxy) {
        house = new TestHouse(settings(proxy));
        services = new CardServices(issuer);
    }

    /** A card of staff, about which the responder is asked. */
    CardMaker card(String hsaId) {
        return issuer.card(hsaId).askAt(services.responder());
    }

    /** The browser leaves, shows the card, and is where it was sent. */
    HttpResponse<String> signIn(TestBrowser browser, CardIssuer.@Nullable Held card) {
        return browser.get(shown(browser, card));
    }

    /** Where the card port sends a browser that shows the card. */
    String shown(TestBrowser browser, CardIssuer.@Nullable Held card) {
        return TestBrowser.location(new CardReader(card).get(leave(browser)));
    }

    String leave(TestBrowser browser) {
        return TestBrowser.location(browser.get("/logga-in/kort"));
    }

    @Override
    public void close() {
        house.close();
        services.close();
    }

    private String[] settings(@Nullable String proxy) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "card-");
            Path trusted = folder.resolve("trust.pem");
            CardIssuer.write(trusted, issuer.authority.certificate());
            List<String> settings = new ArrayList<>(List.of(
                    "vardmote.access.card.port=" + cardPort,
                    "vardmote.access.card.address=127.0.0.1",
                    "vardmote.access.card.trust-anchors=" + trusted,
                    "vardmote.access.card.policies=1.2.3.4.5.9," + CardIssuer.POLICY));
            if (proxy == null) own(folder, settings);
            else byProxy(proxy, settings);
            return settings.toArray(String[]::new);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void own(Path folder, List<String> settings) {
        CardIssuer.Held server = new CardIssuer("Somebody").server("kort.localhost", "localhost");
        CardIssuer.write(folder.resolve("server.pem"), server.certificate());
        CardIssuer.write(folder.resolve("key.pem"), server.key());
        settings.add("vardmote.access.card.origin=https://kort.localhost:" + cardPort);
        settings.add("vardmote.access.card.certificate=" + folder.resolve("server.pem"));
        settings.add("vardmote.access.card.private-key=" + folder.resolve("key.pem"));
    }

    private void byProxy(String proxy, List<String> settings) {
        settings.add("vardmote.access.card.origin=http://kort.localhost:" + cardPort);
        settings.add("vardmote.access.card.proxy-header=" + PROXY_HEADER);
        settings.add("vardmote.access.card.proxies=" + proxy);
    }
}
