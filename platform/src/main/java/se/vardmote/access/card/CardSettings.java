package se.vardmote.access.card;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The card port. Off until a port is given; then everything else has to be there too.
 *
 * @param port 0 is off
 * @param address the one to listen at; null for all of this machine's
 * @param origin as browsers reach it: {@code https://kort.vardmote.example}
 * @param certificate of the port itself, PEM with its chain
 * @param privateKey belongs to it
 * @param trustAnchors PEM: whom we trust to issue cards to staff; the issuing authority itself, or the root
 * @param intermediates PEM: what lies between, for browsers that send the card's certificate alone
 * @param policies a card shows at least one of these certificate policies (object identifiers)
 * @param revocation where we ask whether a card is blocked
 * @param ocspResponder instead of the address in the certificate
 * @param grace how long the last good answer counts when nobody answers
 * @param proxyHeader a proxy has asked for the card and passes its certificate on here; null: nobody may
 * @param proxies the addresses of those proxies
 */
@ConfigurationProperties("vardmote.access.card")
public record CardSettings(
        @DefaultValue("0") int port,
        @Nullable String address,
        @Nullable URI origin,
        @Nullable Path certificate,
        @Nullable Path privateKey,
        @Nullable Path trustAnchors,
        @Nullable Path intermediates,
        @DefaultValue List<String> policies,
        @DefaultValue("ocsp-then-crl") Asking revocation,
        @Nullable URI ocspResponder,
        @DefaultValue("24h") Duration grace,
        @Nullable String proxyHeader,
        @DefaultValue List<String> proxies) {

    /** Whom to ask whether a card is blocked, in which order. */
    public enum Asking {
        OCSP_THEN_CRL,
        CRL_THEN_OCSP,
        OCSP,
        CRL
    }

    public CardSettings {
        if (grace.isNegative() || grace.compareTo(Duration.ofHours(24)) > 0)
            throw new IllegalArgumentException("vardmote.access.card.grace must be at most 24h, is " + grace);
    }

    public boolean on() {
        return port > 0;
    }

    /** A proxy asks for the card; nobody shows us one. */
    public boolean byProxy() {
        return proxyHeader != null && !proxyHeader.isBlank();
    }
}
