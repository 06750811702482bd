package se.vardmote.access.card;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.apache.catalina.Globals;
import org.apache.catalina.connector.Request;

/**
 * The card that a request shows: in its own handshake, or, only where that is configured, in the header of a proxy that we
 * trust and that had the handshake. Never both: a header on a port with handshakes of its own is not even read.
 */
final class ShownCards {
    private static final int LONGEST = 12_000;
    private final CardSettings settings;

    ShownCards(CardSettings settings) {
        this.settings = settings;
    }

    /** Whoever is not one of the proxies has no business at a port that only they are to reach. */
    boolean mayAsk(Request request) {
        return !settings.byProxy() || settings.proxies().contains(request.getPeerAddr());
    }

    /** The card's certificate first; empty for no card, or for what is none. */
    List<X509Certificate> in(Request request) {
        String header = settings.proxyHeader();
        if (header == null || header.isBlank()) return inHandshake(request);
        if (!mayAsk(request)) return List.of();
        String sent = request.getHeader(header);
        return sent == null || sent.isBlank() || sent.length() > LONGEST ? List.of() : read(sent.strip());
    }

    private static List<X509Certificate> inHandshake(Request request) {
        return request.getAttribute(Globals.CERTIFICATES_ATTR) instanceof X509Certificate[] shown
                ? List.of(shown)
                : List.of();
    }

    /** {@code :base64:} of the certificate (RFC 9440), or PEM with per cent signs as nginx and others write it. */
    static List<X509Certificate> read(String sent) {
        try {
            byte[] encoded = sent.startsWith(":")
                    ? Base64.getDecoder().decode(sent.substring(1, sent.length() - (sent.endsWith(":") ? 1 : 0)))
                    : URLDecoder.decode(sent.replace("+", "%2B"), StandardCharsets.UTF_8)
                            .getBytes(StandardCharsets.US_ASCII);
            var read = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            return List.of((X509Certificate) read);
        } catch (IllegalArgumentException | CertificateException | StringIndexOutOfBoundsException e) {
            return List.of();
        }
    }
}
