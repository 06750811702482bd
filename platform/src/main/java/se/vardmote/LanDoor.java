package se.vardmote;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
import se.vardmote.platform.DataDirectory;

/**
 * The second way in of {@code run --lan}: HTTPS on the machine's own address, for a real tablet on the local network.
 * The training environment makes the certificate before the product starts; the names that it vouches for are the
 * origins that the tablet may use.
 *
 * @param certificate a PEM file with the certificate first and its key after it
 */
record LanDoor(String address, int port, Path certificate)
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    /** Empty unless it was asked for: {@code --lan ADDRESS}. */
    static Optional<LanDoor> asked(Options options, int productPort, DataDirectory data) {
        return options.text("lan").map(address -> new LanDoor(address, productPort + 2, data.lanCertificate()));
    }

    /** @throws Options.Wrong when there is no certificate for the address */
    List<URI> origins() {
        try (InputStream file = Files.newInputStream(certificate)) {
            var read = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
            List<String> names = Optional.ofNullable(read.getSubjectAlternativeNames()).stream()
                    .flatMap(all -> all.stream())
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
            if (!names.contains(address)) throw unusable();
            return names.stream()
                    .map(name -> URI.create("https://" + name + ":" + port))
                    .toList();
        } catch (IOException | CertificateException e) {
            throw unusable();
        }
    }

    private Options.Wrong unusable() {
        return new Options.Wrong("Det finns inget certifikat för " + address + ". Starta med ./vardmote run --lan.");
    }

    /** The last to be asked: the limits that the others have set hold here too. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        var connector = new Connector(TomcatWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(port);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("address", address);
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
        served.setCertificateFile(certificate.toString());
        served.setCertificateKeyFile(certificate.toString());
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
