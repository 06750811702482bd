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
import se.vardmote.platform.DataDirectory;

/**
 * The second way in of {@code run --lan}: HTTPS on the machine's own address, for a real tablet on the local network.
 * The training environment makes the certificate before the product starts; the names that it vouches for are the
 * origins that the tablet may use.
 *
 * @param certificate a PEM file with the certificate first and its key after it
 * @param origins {@code https://name:port} for each name in the certificate
 */
record LanDoor(String address, int port, Path certificate, List<URI> origins) {

    /**
     * Empty unless it was asked for: {@code --lan ADDRESS}.
     *
     * @throws Options.Wrong when there is no certificate for the address
     */
    static Optional<LanDoor> asked(Options options, int productPort, DataDirectory data) {
        return options.text("lan").map(address -> at(address, productPort + 2, data.lanCertificate()));
    }

    private static LanDoor at(String address, int port, Path certificate) {
        List<String> names = namesIn(certificate);
        if (!names.contains(address)) {
            throw new Options.Wrong("Det finns inget certifikat för " + address + ". Starta med ./vardmote run --lan.");
        }
        List<URI> origins = names.stream()
                .map(name -> URI.create("https://" + name + ":" + port))
                .toList();
        return new LanDoor(address, port, certificate, origins);
    }

    /** Nothing where it cannot be read. */
    private static List<String> namesIn(Path certificate) {
        try (InputStream file = Files.newInputStream(certificate)) {
            var read = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
            return Optional.ofNullable(read.getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        } catch (IOException | CertificateException e) {
            return List.of();
        }
    }
}
