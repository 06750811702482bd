package se.vardmote.training.certificates;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import se.vardmote.training.CannotStart;

/** A certificate and its key in one file, so that the two always belong together; only its owner may read it. */
public record KeptCertificate(X509Certificate certificate, PrivateKey key) {

    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    /** Empty where nothing has been kept yet. */
    public static Optional<KeptCertificate> in(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (PEMParser pem = new PEMParser(new StringReader(Files.readString(file)))) {
            X509CertificateHolder certificate = (X509CertificateHolder) pem.readObject();
            PrivateKeyInfo key = (PrivateKeyInfo) pem.readObject();
            return Optional.of(new KeptCertificate(
                    new JcaX509CertificateConverter().getCertificate(certificate),
                    new JcaPEMKeyConverter().getPrivateKey(key)));
        } catch (IOException | CertificateException | ClassCastException | NullPointerException unreadable) {
            throw new CannotStart("Certifikatet i " + file + " går inte att läsa. Ta bort filen och försök igen;"
                    + " iPaden kan behöva lita på det nya.");
        }
    }

    /** Replaces what was there in one step: a reader never sees half a file. */
    public void keepIn(Path file) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOLDER)));
        Path half = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE)));
        Files.writeString(half, pem());
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String pem() throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(certificate);
            pem.writeObject(new JcaPKCS8Generator(key, null));
        }
        return text.toString();
    }

    /** Without the key: records print their components. */
    @Override
    public String toString() {
        return "KeptCertificate[" + certificate.getSubjectX500Principal() + "]";
    }
}
