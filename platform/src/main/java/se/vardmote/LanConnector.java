package se.vardmote;

import java.util.Collection;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.util.LambdaSafe;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

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
        var connector = new Connector(TomcatWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(door.port());
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("address", door.address());
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(tls());
        factory.getConnectorCustomizers().forEach(other -> other.customize(connector));
        var protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        customizersOf(factory, protocol);
        compress(protocol, factory.getCompression());
        factory.addAdditionalConnectors(connector);
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

    /** The factory knows of its customizers only that each fits some protocol. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void customizersOf(TomcatServletWebServerFactory factory, AbstractHttp11Protocol<?> protocol) {
        LambdaSafe.callbacks(
                        TomcatProtocolHandlerCustomizer.class,
                        (Collection) factory.getProtocolHandlerCustomizers(),
                        protocol)
                .invoke(customizer -> ((TomcatProtocolHandlerCustomizer) customizer).customize(protocol));
    }

    private static void compress(AbstractHttp11Protocol<?> protocol, @Nullable Compression compression) {
        if (compression == null || !compression.getEnabled()) return;
        protocol.setCompression("on");
        protocol.setCompressionMinSize((int) compression.getMinResponseSize().toBytes());
        protocol.setCompressibleMimeType(String.join(",", compression.getMimeTypes()));
    }
}
