package se.vardmote.access.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The part of a browser that shakes hands with the card port, with whatever card is in the reader. It remembers handshakes
 * and takes them up again where the port lets it, as browsers do.
 */
final class CardReader {
    private final HttpClient http;
    private volatile boolean inserted = true;

    /** @param between sent along with the card */
    CardReader(CardIssuer.@Nullable Held card, X509Certificate... between) {
        this("TLSv1.3", card, between);
    }

    CardReader(String protocol, CardIssuer.@Nullable Held card, X509Certificate... between) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(
                    card == null ? null : new KeyManager[] {new OneCard(() -> inserted, card, between)},
                    new TrustManager[] {new TrustsTheTest()},
                    new SecureRandom());
            http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(context)
                    .sslParameters(new SSLParameters(null, new String[] {protocol}))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Out of the reader, or in it again. */
    CardReader insert(boolean in) {
        inserted = in;
        return this;
    }

    /** From an address of one's own, without encryption: a proxy, or one who pretends to be one. */
    static HttpClient at(String address) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(address))
                .build();
    }

    HttpResponse<String> get(String address, String... headers) {
        return send(http, address, headers);
    }

    static HttpResponse<String> send(HttpClient http, String address, String... headers) {
        URI uri = URI.create(address);
        var request = HttpRequest.newBuilder(URI.create(uri.getScheme() + "://localhost:" + uri.getPort()
                        + uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery())))
                .header("Host", uri.getAuthority());
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows its card whoever is asked for, while it is in the reader. */
    private static final class OneCard extends X509ExtendedKeyManager {
        private final BooleanSupplier inserted;
        private final CardIssuer.Held card;

        private final X509Certificate[] chain;

        OneCard(BooleanSupplier inserted, CardIssuer.Held card, X509Certificate... between) {
            this.inserted = inserted;
            this.card = card;
            this.chain = Stream.concat(Stream.of(card.certificate()), Arrays.stream(between))
                    .toArray(X509Certificate[]::new);
        }

        @Override
        public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return inserted.getAsBoolean() ? "card" : null;
        }

        @Override
        public @Nullable String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            return inserted.getAsBoolean() ? "card" : null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.clone();
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return card.key();
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {"card"};
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }
    }

    private static final class TrustsTheTest extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String how) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String how, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String how, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String how) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String how, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String how, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
