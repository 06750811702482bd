package se.vardmote.training.lan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import se.vardmote.training.CannotStart;
import se.vardmote.training.certificates.KeptCertificate;

/**
 * The certificates below {@code secrets/lan} of a data folder. The authority stays over restarts, so that a tablet goes
 * on trusting; the server's certificate is made anew when the machine's address or name has changed, or in time before
 * it ends.
 */
final class LanCertificates {

    /** Nobody restarts a training environment every week. */
    private static final Duration IN_TIME = Duration.ofDays(60);

    private final Path data;
    private final Path folder;
    private final Clock clock;

    LanCertificates(Path data, Clock clock) {
        this.data = data;
        this.folder = data.resolve("secrets").resolve("lan");
        this.clock = clock;
    }

    /** What the product serves; its name is known to the product's {@code run} too. */
    Path server() {
        return folder.resolve("server.pem");
    }

    Path authority() {
        return folder.resolve("authority.pem");
    }

    /** Makes what is missing or no longer fits. */
    LocalAuthority prepare(LanNames names) {
        try {
            // Only what is below is secret: PostgreSQL may run as another user and must reach its own folder here.
            Files.createDirectories(data);
            LocalAuthority authority = authorityFor(names);
            if (KeptCertificate.in(server())
                    .filter(kept -> fits(kept.certificate(), names, authority))
                    .isEmpty()) {
                authority.issue(names, clock.instant()).keepIn(server());
            }
            return authority;
        } catch (IOException unwritable) {
            throw new CannotStart("Certifikaten för det lokala nätverket gick inte att skriva i " + folder
                    + ". Se efter rättigheterna.");
        }
    }

    private LocalAuthority authorityFor(LanNames names) throws IOException {
        var kept = KeptCertificate.in(authority())
                .map(LocalAuthority::new)
                .filter(authority -> lasts(authority.certificate()) && authority.mayVouchFor(names));
        if (kept.isPresent()) {
            return kept.get();
        }
        LocalAuthority made = LocalAuthority.create(names, clock.instant());
        made.kept().keepIn(authority());
        return made;
    }

    private boolean fits(X509Certificate server, LanNames names, LocalAuthority authority) {
        return lasts(server)
                && authority.hasSigned(server)
                && names.alternatives().equals(alternativesOf(server));
    }

    private boolean lasts(X509Certificate certificate) {
        Instant soon = clock.instant().plus(IN_TIME);
        return certificate.getNotAfter().toInstant().isAfter(soon);
    }

    private static GeneralNames alternativesOf(X509Certificate server) {
        try {
            return GeneralNames.fromExtensions(
                    new JcaX509CertificateHolder(server).getExtensions(), Extension.subjectAlternativeName);
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("what was read can be written", impossible);
        }
    }
}
