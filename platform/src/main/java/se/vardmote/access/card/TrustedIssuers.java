package se.vardmote.access.card;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Those who may issue cards, and the way from a card to one of them (RFC 5280, the JDK's own). */
final class TrustedIssuers {
    /** Somebody stands there with the card in the reader. */
    private static final String SECONDS = "5";

    private final Set<TrustAnchor> anchors;
    private final List<X509Certificate> intermediates;
    private final CardSettings settings;

    static {
        for (String kind : List.of("ocsp", "crl")) {
            for (String which : List.of("timeout", "readtimeout")) {
                String name = "com.sun.security." + kind + "." + which;
                if (System.getProperty(name) == null) System.setProperty(name, SECONDS);
            }
        }
    }

    TrustedIssuers(List<X509Certificate> anchors, List<X509Certificate> intermediates, CardSettings settings) {
        this.anchors =
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toUnmodifiableSet());
        this.intermediates = List.copyOf(intermediates);
        this.settings = settings;
    }

    /** Shown to the browser, so that it offers the right certificates only. */
    X509Certificate[] accepted() {
        List<X509Certificate> all = new ArrayList<>(intermediates);
        anchors.forEach(anchor -> all.add(anchor.getTrustedCert()));
        return all.toArray(X509Certificate[]::new);
    }

    /** The way from the card to an anchor, every step valid at that time; empty when there is none. */
    Optional<CertPath> way(X509Certificate card, Collection<X509Certificate> sentAlong, Instant at) {
        try {
            var target = new X509CertSelector();
            target.setCertificate(card);
            var asked = new PKIXBuilderParameters(anchors, target);
            asked.setRevocationEnabled(false);
            asked.setDate(Date.from(at));
            List<X509Certificate> between = new ArrayList<>(intermediates);
            between.addAll(sentAlong);
            asked.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
            return Optional.of(CertPathBuilder.getInstance("PKIX").build(asked).getCertPath());
        } catch (CertPathBuilderException none) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether anything on the way is blocked. */
    enum Standing {
        GOOD,
        BLOCKED,
        NOBODY_ANSWERS
    }

    Standing standing(CertPath way, Instant at) {
        try {
            var validator = CertPathValidator.getInstance("PKIX");
            var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
            checker.setOptions(options());
            if (settings.ocspResponder() != null) checker.setOcspResponder(settings.ocspResponder());
            var asked = new PKIXParameters(anchors);
            asked.setDate(Date.from(at));
            asked.addCertPathChecker(checker);
            validator.validate(way, asked);
            return Standing.GOOD;
        } catch (CertPathValidatorException e) {
            return e.getReason() == CertPathValidatorException.BasicReason.REVOKED
                    ? Standing.BLOCKED
                    : Standing.NOBODY_ANSWERS;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<Option> options() {
        return switch (settings.revocation()) {
            case OCSP_THEN_CRL -> Set.of();
            case CRL_THEN_OCSP -> Set.of(Option.PREFER_CRLS);
            case OCSP -> Set.of(Option.NO_FALLBACK);
            case CRL -> Set.of(Option.PREFER_CRLS, Option.NO_FALLBACK);
        };
    }
}
