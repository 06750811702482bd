package se.vardmote.access.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.boot.ssl.pem.PemContent;

/** Reads certificates and keys as operators have them. */
final class Pem {
    private Pem() {}

    /** @throws IllegalStateException naming the file that holds none */
    static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> read = load(file).getCertificates();
        if (read == null || read.isEmpty()) throw new IllegalStateException("no certificate in " + file);
        return read;
    }

    static PrivateKey key(Path file) {
        PrivateKey key = load(file).getPrivateKey();
        if (key == null) throw new IllegalStateException("no private key in " + file);
        return key;
    }

    private static PemContent load(Path file) {
        try {
            return PemContent.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + file, e);
        }
    }
}
