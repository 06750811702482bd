package se.vardmote.training.certificates;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate on its way: key on the curve P-256, signed with SHA-256, as Apple asks of every server certificate. */
public final class CertificateMaker {

    /** Tablets whose clock is behind accept a certificate that was made just now. */
    private static final Duration SLOW_CLOCKS = Duration.ofDays(1);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair keys;
    private final PrivateKey issuerKey;
    private final JcaX509v3CertificateBuilder builder;

    private CertificateMaker(
            KeyPair keys, X500Name issuer, PrivateKey issuerKey, X500Name subject, Date from, Date to) {
        this.keys = keys;
        this.issuerKey = issuerKey;
        this.builder = new JcaX509v3CertificateBuilder(issuer, serial(), from, to, subject, keys.getPublic());
    }

    /** One that vouches for itself. */
    public static CertificateMaker selfSigned(X500Name subject, Instant now, Duration life) {
        KeyPair keys = newKeys();
        return new CertificateMaker(keys, subject, keys.getPrivate(), subject, from(now), to(now, life))
                .identified(keys.getPublic());
    }

    /** One that the issuer vouches for, never longer than the issuer itself is valid. */
    public static CertificateMaker issuedBy(KeptCertificate issuer, X500Name subject, Instant now, Duration life) {
        Date end = issuer.certificate().getNotAfter();
        Date to = to(now, life).before(end) ? to(now, life) : end;
        X500Name name = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        return new CertificateMaker(newKeys(), name, issuer.key(), subject, from(now), to)
                .identified(issuer.certificate().getPublicKey());
    }

    public CertificateMaker with(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
        try {
            builder.addExtension(extension, critical, value);
            return this;
        } catch (CertIOException impossible) {
            throw new IllegalStateException("an extension of ours can always be encoded", impossible);
        }
    }

    public KeptCertificate make() {
        try {
            var signed = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey));
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(signed);
            return new KeptCertificate(certificate, keys.getPrivate());
        } catch (OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform signs with ECDSA", impossible);
        }
    }

    private CertificateMaker identified(PublicKey issuer) {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            return with(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(keys.getPublic()))
                    .with(Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has the curve P-256", impossible);
        }
    }

    /** Positive and too large to be guessed. */
    private static BigInteger serial() {
        return new BigInteger(126, RANDOM).setBit(126);
    }

    private static Date from(Instant now) {
        return Date.from(now.minus(SLOW_CLOCKS));
    }

    private static Date to(Instant now, Duration life) {
        return Date.from(now.minus(SLOW_CLOCKS).plus(life));
    }
}
