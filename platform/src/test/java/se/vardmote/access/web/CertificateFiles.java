package se.vardmote.access.web;

import java.nio.file.Path;

/** A certificate and its key on disk, as an operator has them. */
public final class CertificateFiles {
    private CertificateFiles() {}

    public static void write(Path certificate, Path key) {
        var held = new CardIssuer("Somebody").authority;
        CardIssuer.write(certificate, held.certificate());
        CardIssuer.write(key, held.key());
    }
}
