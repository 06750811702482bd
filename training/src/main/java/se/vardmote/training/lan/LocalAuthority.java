package se.vardmote.training.lan;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import se.vardmote.training.certificates.CertificateMaker;
import se.vardmote.training.certificates.KeptCertificate;

/**
 * The certificate authority of one data folder: made once, trusted once on each tablet. Its name constraints (critical)
 * leave it nothing but the private address ranges and this machine's own name, so that whoever steals its key can
 * pretend to be no site on the internet (docs/adr/0005).
 */
record LocalAuthority(KeptCertificate kept) {

    static final Duration LIFE = Duration.ofDays(5 * 365);

    /** Within both of Apple's limits: 825 days below an authority of one's own, 398 below one that everybody trusts. */
    static final Duration SERVER_LIFE = Duration.ofDays(397);

    private static final String NAME = "Vårdmöte provmiljö";

    /** A name that exists nowhere (RFC 2606): without any permitted name, every name would be permitted. */
    private static final String NOBODY = "vardmote.invalid";

    static LocalAuthority create(LanNames names, Instant now) {
        return new LocalAuthority(CertificateMaker.selfSigned(named(NAME + " " + names.machine()), now, LIFE)
                .with(Extension.basicConstraints, true, new BasicConstraints(0))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .with(Extension.nameConstraints, true, new NameConstraints(permitted(names), null))
                .make());
    }

    /** The certificate that the product shows under these names. */
    KeptCertificate issue(LanNames names, Instant now) {
        return CertificateMaker.issuedBy(kept, named(names.machine()), now, SERVER_LIFE)
                .with(Extension.basicConstraints, true, new BasicConstraints(false))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .with(Extension.subjectAlternativeName, false, names.alternatives())
                .make();
    }

    /** False where its constraints shut out a name: then a new authority is needed. */
    boolean mayVouchFor(LanNames names) {
        try {
            NameConstraints constraints = NameConstraints.getInstance(new JcaX509CertificateHolder(certificate())
                    .getExtensions()
                    .getExtensionParsedValue(Extension.nameConstraints));
            if (constraints == null) {
                return false;
            }
            PKIXNameConstraintValidator permitted = new PKIXNameConstraintValidator();
            permitted.intersectPermittedSubtree(constraints.getPermittedSubtrees());
            for (GeneralName name : names.alternatives().getNames()) {
                permitted.checkPermitted(name);
            }
            return true;
        } catch (NameConstraintValidatorException shutOut) {
            return false;
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("what was read can be written", impossible);
        }
    }

    boolean hasSigned(X509Certificate other) {
        try {
            other.verify(certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    X509Certificate certificate() {
        return kept.certificate();
    }

    /** SHA-256 of the certificate, as a tablet shows it: pairs of hexadecimal digits. */
    String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
            return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static GeneralSubtree[] permitted(LanNames names) {
        String host = names.hostName() == null ? NOBODY : names.hostName();
        Stream<GeneralName> numbers = Stream.of(
                        "10.0.0.0/8",
                        "172.16.0.0/12",
                        "192.168.0.0/16",
                        "169.254.0.0/16",
                        names.address().getHostAddress() + "/32")
                .map(range -> new GeneralName(GeneralName.iPAddress, range));
        return Stream.concat(numbers, Stream.of(new GeneralName(GeneralName.dNSName, host)))
                .map(GeneralSubtree::new)
                .toArray(GeneralSubtree[]::new);
    }

    private static X500Name named(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    }
}
