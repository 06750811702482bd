package se.vardmote;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is missing or unsafe in the settings of the card port, once anything at all is said about it. */
final class CardChecks {
    private static final String CARD = "vardmote.access.card";
    private static final List<String> ASKING = List.of("ocsp-then-crl", "crl-then-ocsp", "ocsp", "crl");
    private final ServeSettings.Card card;
    private final List<URI> origins;
    private final List<String> wrong = new ArrayList<>();

    private CardChecks(ServeSettings.Card card, List<URI> origins) {
        this.card = card;
        this.origins = origins;
    }

    static List<String> of(ServeSettings.@Nullable Card card, List<URI> origins) {
        if (card == null) return List.of();
        var checks = new CardChecks(card, origins);
        checks.port();
        checks.origin();
        checks.handshake();
        checks.certificates(".trust-anchors", card.trustAnchors(), true);
        checks.certificates(".intermediates", card.intermediates(), false);
        checks.policies();
        checks.revocation();
        return checks.wrong;
    }

    private void port() {
        if (card.port() == null || card.port() < 1 || card.port() > 65_535)
            say(".port saknas: ange porten som kortinloggningen ska ha, eller ta bort allt om " + CARD + ".");
    }

    private void origin() {
        URI origin = card.origin();
        if (origin == null || !"https".equals(origin.getScheme()) || origin.getHost() == null) {
            say(".origin ska vara kortportens https-adress, t.ex. https://kort.vardmote.example.");
        } else if (origins.stream().anyMatch(other -> origin.getAuthority().equalsIgnoreCase(other.getAuthority()))) {
            say(".origin ska vara en annan adress än dem i vardmote.origins: där visas inga sidor.");
        }
    }

    /** Our own, or a proxy's; never both, for then nobody could say whose word counts. */
    private void handshake() {
        boolean own = card.certificate() != null || card.privateKey() != null;
        boolean proxy = card.proxyHeader() != null || !card.proxies().isEmpty();
        if (own == proxy) {
            say(": ange antingen certificate och private-key, eller proxy-header och proxies"
                    + (own ? ", inte båda." : "."));
        }
        if (own && !proxy) {
            certificates(".certificate", card.certificate(), true);
            if (unreadable(card.privateKey())) say(".private-key: filen finns inte eller får inte läsas.");
        }
        if (proxy) proxies();
    }

    private void proxies() {
        if (card.proxyHeader() == null)
            say(".proxy-header saknas: vilket sidhuvud skickar proxyn kortets certifikat i?");
        if (card.proxies().isEmpty())
            say(".proxies saknas: utan proxyernas adresser kan vem som helst skicka sidhuvudet.");
        for (String address : card.proxies()) {
            if (!isOneAddress(address)) say(".proxies: " + address + " är inte en proxys IP-adress.");
        }
    }

    private static boolean isOneAddress(String address) {
        try {
            return !InetAddress.ofLiteral(address).isAnyLocalAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void certificates(String name, @Nullable String file, boolean needed) {
        if (file == null && !needed) return;
        if (unreadable(file)) {
            say(name + ": filen finns inte eller får inte läsas.");
        } else if (!hasCertificate(Path.of(String.valueOf(file)))) {
            say(name + ": filen innehåller inget certifikat (PEM).");
        }
    }

    private static boolean unreadable(@Nullable String file) {
        try {
            return file == null || !Files.isReadable(Path.of(file));
        } catch (InvalidPathException e) {
            return true;
        }
    }

    private static boolean hasCertificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .isEmpty();
        } catch (IOException | CertificateException e) {
            return false;
        }
    }

    private void policies() {
        if (card.policies().isEmpty())
            say(".policies saknas: vilka certifikatpolicyer (OID) har kort som får logga in?");
        for (String policy : card.policies()) {
            if (!policy.matches("[0-2](\\.\\d+){2,}")) say(".policies: " + policy + " är ingen OID.");
        }
    }

    private void revocation() {
        String asked = card.revocation();
        if (asked != null && !ASKING.contains(asked))
            say(".revocation ska vara något av " + String.join(", ", ASKING) + ", inte " + asked + ".");
    }

    private void say(String sentence) {
        wrong.add(CARD + sentence);
    }
}
