package se.vardmote.training.lan;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;

/**
 * How a tablet on the local network comes in.
 *
 * @param address this machine's, as the network sees it
 * @param ownPort the start page's port, which only this machine reaches; the tablet's two follow it
 * @param authority the certificate that the tablet is asked to trust
 * @param fingerprint SHA-256 of the certificate, to be compared
 */
public record LanAccess(InetAddress address, int ownPort, X509Certificate authority, String fingerprint) {

    /** Prepares the certificates in the data folder, and says where things are. */
    public static LanAccess prepare(InetAddress address, int ownPort, Path data, Clock clock) {
        LocalAuthority authority = new LanCertificates(data, clock).prepare(LanNames.of(address));
        return new LanAccess(address, ownPort, authority.certificate(), authority.fingerprint());
    }

    /** What the tablet calls the certificate. */
    public String authorityName() {
        return authority.getSubjectX500Principal().getName().substring("CN=".length());
    }

    /** The product itself. */
    public String product() {
        return "https://" + address.getHostAddress() + ":" + (ownPort + 1);
    }

    public int trustPort() {
        return ownPort + 2;
    }

    /** The one page that explains trusting; without encryption, as nothing is trusted yet. */
    public String trustPage() {
        return "http://" + address.getHostAddress() + ":" + trustPort();
    }

    public QrCode qrCode() {
        return QrCode.of(trustPage());
    }
}
