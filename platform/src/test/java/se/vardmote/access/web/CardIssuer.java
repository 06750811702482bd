package se.vardmote.access.web;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of the tests' own that issues cards, and certificates of whatever else. */
final class CardIssuer {
    static final String POLICY = "1.2.3.4.5.1";
    private static final AtomicLong SERIALS = new AtomicLong(System.nanoTime());
    final Held authority;

    /** A certificate and its key: a card, or an authority. */
    record Held(X509Certificate certificate, PrivateKey key) {
        BigInteger number() {
            return certificate.getSerialNumber();
        }
    }

    CardIssuer(String name) {
        KeyPair keys = keys();
        authority =
                new Held(signed(ofAuthority("CN=" + name, keys, "CN=" + name), keys.getPrivate()), keys.getPrivate());
    }

    CardIssuer(Held authority) {
        this.authority = authority;
    }

    /** One below this one. */
    CardIssuer below(String name, URI responder) {
        KeyPair keys = keys();
        var builder = ofAuthority("CN=" + name, keys, name());
        var where = new GeneralName(GeneralName.uniformResourceIdentifier, responder.toString());
        add(
                builder,
                Extension.authorityInfoAccess,
                new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, where));
        return new CardIssuer(new Held(signed(builder, authority.key()), keys.getPrivate()));
    }

    CardMaker card(String serialNumber) {
        return new CardMaker(this, serialNumber);
    }

    /** What the card port itself shows. */
    Held server(String... names) {
        KeyPair keys = keys();
        var builder = builder("CN=" + names[0], keys, name());
        GeneralName[] all = new GeneralName[names.length];
        for (int i = 0; i < names.length; i++) all[i] = new GeneralName(GeneralName.dNSName, names[i]);
        add(builder, Extension.subjectAlternativeName, new GeneralNames(all));
        return new Held(signed(builder, authority.key()), keys.getPrivate());
    }

    String name() {
        return authority.certificate().getSubjectX500Principal().getName();
    }

    static JcaX509v3CertificateBuilder builder(String subject, KeyPair keys, String issuer) {
        Instant now = Instant.now();
        return builder(subject, keys, issuer, now.minus(Duration.ofDays(2)), now.plus(Duration.ofDays(400)));
    }

    static JcaX509v3CertificateBuilder builder(String subject, KeyPair keys, String issuer, Instant from, Instant to) {
        return new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.valueOf(SERIALS.incrementAndGet()),
                Date.from(from),
                Date.from(to),
                new X500Name(subject),
                keys.getPublic());
    }

    static void add(
            JcaX509v3CertificateBuilder builder, ASN1ObjectIdentifier what, org.bouncycastle.asn1.ASN1Encodable value) {
        try {
            builder.addExtension(what, false, value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(Path file, Object... parts) {
        try {
            var text = new StringWriter();
            try (var pem = new JcaPEMWriter(text)) {
                for (Object part : parts)
                    pem.writeObject(part instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : part);
            }
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JcaX509v3CertificateBuilder ofAuthority(String name, KeyPair keys, String issuer) {
        var builder = builder(name, keys, issuer);
        add(builder, Extension.basicConstraints, new BasicConstraints(true));
        add(builder, Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return builder;
    }
}
