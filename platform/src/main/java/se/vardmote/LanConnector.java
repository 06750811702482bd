package se.vardmote;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import se.vardmote.platform.ExtraConnector;

/** Opens a {@link LanDoor}: a second connector of the same server, with TLS. */
final class LanConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    private final LanDoor door;

    LanConnector(LanDoor door) {
        this.door = door;
    }

    /** The last to be asked: the limits that the others have set hold here too. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        Connector connector = ExtraConnector.at(door.port());
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("address", door.address());
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(tls());
        compress(ExtraConnector.open(connector, factory), factory.getCompression());
    }

    private SSLHostConfig tls() {
        var host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        var served = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.EC);
        served.setCertificateFile(door.certificate().toString());
        served.setCertificateKeyFile(door.certificate().toString());
        host.addCertificate(served);
        return host;
    }

    private static void compress(AbstractHttp11Protocol<?> protocol, @Nullable Compression compression) {
        if (compression == null || !compression.getEnabled()) return;
        protocol.setCompression("on");
        protocol.setCompressionMinSize((int) compression.getMinResponseSize().toBytes());
        protocol.setCompressibleMimeType(String.join(",", compression.getMimeTypes()));
    }
}
