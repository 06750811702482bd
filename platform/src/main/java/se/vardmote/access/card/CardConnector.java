package se.vardmote.access.card;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import se.vardmote.platform.ExtraConnector;
import se.vardmote.platform.Origins;

/** Opens the card port, where one is configured: a connector of its own that shows nothing but {@link CardDoor}. */
final class CardConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    private final CardSettings settings;
    private final CardStandings standings;
    private final CardSignIns signIns;
    private final Origins origins;
    private final Clock clock;

    CardConnector(CardSettings settings, CardStandings standings, CardSignIns signIns, Origins origins, Clock clock) {
        this.settings = settings;
        this.standings = standings;
        this.signIns = signIns;
        this.origins = origins;
        this.clock = clock;
    }

    /** The last to be asked: the limits that the others have set hold here too. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (!settings.on()) return;
        if (settings.policies().isEmpty()) throw missing("policies");
        TrustedIssuers issuers = issuers();
        Connector connector = ExtraConnector.at(settings.port());
        if (settings.address() != null) connector.setProperty("address", settings.address());
        if (!settings.byProxy()) encrypt(connector, issuers);
        ExtraConnector.open(connector, factory).setMaxKeepAliveRequests(1);
        var check = new CardCheck(issuers, settings, standings, clock);
        factory.addEngineValves(new CardDoor(
                connector,
                check,
                new ShownCards(settings),
                signIns,
                settings,
                origins.origins().getFirst()));
    }

    private TrustedIssuers issuers() {
        Path between = settings.intermediates();
        return new TrustedIssuers(
                Pem.certificates(required("trust-anchors", settings.trustAnchors())),
                between == null ? List.of() : Pem.certificates(between),
                settings);
    }

    private void encrypt(Connector connector, TrustedIssuers issuers) {
        var host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        // Asked for, not demanded: one who shows none is told what to do.
        host.setCertificateVerification("optional");
        var served = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        served.setSslContext(new CardTls(
                Pem.certificates(required("certificate", settings.certificate())),
                Pem.key(required("private-key", settings.privateKey())),
                issuers.accepted()));
        host.addCertificate(served);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(host);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) throw missing(name);
        return value;
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("vardmote.access.card." + name + " is missing");
    }
}
