package se.vardmote.training.card;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import se.vardmote.training.cast.CastMember;
import se.vardmote.training.certificates.CertificateMaker;
import se.vardmote.training.certificates.KeptCertificate;

/** Issues cards to the cast, as SITHS does to staff: the HSA-id is the subject's serialNumber, the level is a policy. */
record CardAuthority(KeptCertificate kept) {
    /** Of the number that IANA keeps for examples (RFC 5612). */
    static final String STRONG = "1.3.6.1.4.1.32473.1";

    private static final String WEAK = "1.3.6.1.4.1.32473.2";
    private static final Duration LIFE = Duration.ofDays(5 * 365);
    private static final Duration CARD_LIFE = Duration.ofDays(2 * 365);
    private static final Duration LIST_LIFE = Duration.ofHours(1);

    static CardAuthority keptIn(Path file, Instant now) throws IOException {
        var kept = KeptCertificate.in(file);
        if (kept.isPresent()) {
            return new CardAuthority(kept.get());
        }
        var made = CertificateMaker.selfSigned(
                        name().addRDN(BCStyle.CN, "Vårdmöte provmiljö, kort").build(), now, LIFE)
                .with(Extension.basicConstraints, true, new BasicConstraints(0))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .make();
        made.keepIn(file);
        return new CardAuthority(made);
    }

    KeptCertificate card(CastMember holder, String list, Instant now) {
        boolean strong = holder.assurance().endsWith("3");
        X500Name subject = name().addRDN(BCStyle.CN, holder.name())
                .addRDN(BCStyle.SURNAME, holder.familyName())
                .addRDN(BCStyle.GIVENNAME, holder.givenName())
                .addRDN(BCStyle.SERIALNUMBER, holder.hsaId())
                .build();
        return CertificateMaker.issuedBy(kept, subject, now, CARD_LIFE)
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                .with(Extension.certificatePolicies, false, policy(strong ? STRONG : WEAK))
                .with(Extension.cRLDistributionPoints, false, at(list))
                .make();
    }

    /** What the card port itself shows. */
    KeptCertificate server(String host, Instant now) {
        return CertificateMaker.issuedBy(kept, name().addRDN(BCStyle.CN, host).build(), now, CARD_LIFE)
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .with(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, host)))
                .make();
    }

    /** The list of blocked cards, signed for an hour. */
    byte[] list(X509Certificate blocked, Instant now) {
        var list = new JcaX509v2CRLBuilder(kept.certificate().getSubjectX500Principal(), Date.from(now));
        list.setNextUpdate(Date.from(now.plus(LIST_LIFE)));
        list.addCRLEntry(blocked.getSerialNumber(), blocked.getNotBefore(), CRLReason.keyCompromise);
        try {
            return list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(kept.key()))
                    .getEncoded();
        } catch (OperatorCreationException | IOException impossible) {
            throw new IllegalStateException("every Java platform signs with ECDSA", impossible);
        }
    }

    private static X500NameBuilder name() {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "SE")
                .addRDN(BCStyle.O, "Vellinge kommun (påhittad)");
    }

    private static CertificatePolicies policy(String policy) {
        return new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy)));
    }

    private static CRLDistPoint at(String list) {
        var name = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, list));
        return new CRLDistPoint(
                new DistributionPoint[] {new DistributionPoint(new DistributionPointName(name), null, null)});
    }
}
