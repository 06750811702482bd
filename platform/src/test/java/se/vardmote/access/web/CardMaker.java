package se.vardmote.access.web;

import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
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
import org.jspecify.annotations.Nullable;

/** A card on its way: as staff have it, unless the test says otherwise. */
final class CardMaker {
    private final CardIssuer issuer;
    private final String serialNumber;
    private String names = ",SURNAME=Sjuk,GIVENNAME=Sara";
    private String policy = CardIssuer.POLICY;
    private KeyPurposeId purpose = KeyPurposeId.id_kp_clientAuth;
    private int usage = KeyUsage.digitalSignature;
    private Instant from = Instant.now().minus(Duration.ofDays(1));
    private Instant to = Instant.now().plus(Duration.ofDays(300));
    private @Nullable URI responder;
    private @Nullable URI list;

    CardMaker(CardIssuer issuer, String serialNumber) {
        this.issuer = issuer;
        this.serialNumber = serialNumber;
    }

    CardMaker ofAFunction() {
        names = "";
        return this;
    }

    CardMaker policy(String other) {
        policy = other;
        return this;
    }

    CardMaker purpose(KeyPurposeId other) {
        purpose = other;
        return this;
    }

    /** @param other bits of {@link KeyUsage} */
    CardMaker usage(int other) {
        usage = other;
        return this;
    }

    CardMaker from(Instant beginning) {
        from = beginning;
        return this;
    }

    CardMaker until(Instant end) {
        to = end;
        return this;
    }

    CardMaker askAt(URI address) {
        responder = address;
        return this;
    }

    CardMaker listedAt(URI address) {
        list = address;
        return this;
    }

    CardIssuer.Held make() {
        KeyPair keys = CardIssuer.keys();
        String subject = "C=SE,O=Vellinge kommun,CN=Sara Sjuk" + names
                + (serialNumber.isEmpty() ? "" : ",SERIALNUMBER=" + serialNumber);
        var builder = CardIssuer.builder(subject, keys, issuer.name(), from, to);
        CardIssuer.add(builder, Extension.keyUsage, new KeyUsage(usage));
        CardIssuer.add(builder, Extension.extendedKeyUsage, new ExtendedKeyUsage(purpose));
        CardIssuer.add(
                builder,
                Extension.certificatePolicies,
                new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy))));
        if (responder != null)
            CardIssuer.add(
                    builder,
                    Extension.authorityInfoAccess,
                    new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, at(responder)));
        if (list != null)
            CardIssuer.add(
                    builder, Extension.cRLDistributionPoints, new CRLDistPoint(new DistributionPoint[] {point(list)}));
        return new CardIssuer.Held(CardIssuer.signed(builder, issuer.authority.key()), keys.getPrivate());
    }

    private static DistributionPoint point(URI list) {
        return new DistributionPoint(new DistributionPointName(new GeneralNames(at(list))), null, null);
    }

    private static GeneralName at(URI address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address.toString());
    }
}
