package se.vardmote.training.card;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import se.vardmote.training.CannotStart;
import se.vardmote.training.cast.Cast;
import se.vardmote.training.cast.CastMember;
import se.vardmote.training.certificates.KeptCertificate;

/**
 * The cards below {@code secrets/card} of a data folder: a file for each of the cast, to be put into a browser, one more that is
 * blocked, and what the product's card port shows and trusts.
 */
public final class Cards {
    /** Known to the product's {@code run} too. */
    public static final String HOST = "kort.localhost";

    /** Of every file: a browser asks for one. */
    static final String PIN = "vardmote";

    static final String LIST = "/kort/sparrade.crl";

    private final Path folder;
    private final Clock clock;

    public Cards(Path data, Clock clock) {
        this.folder = data.resolve("secrets").resolve("card");
        this.clock = clock;
    }

    /** @param ownPort where the list of blocked cards is answered; it stands in each card */
    public void prepare(int ownPort) {
        try {
            Path done = folder.resolve("port-" + ownPort);
            if (Files.exists(done)) {
                return;
            }
            Instant now = clock.instant();
            CardAuthority authority = authority(now);
            authority.server(HOST, now).keepIn(folder.resolve("server.pem"));
            String list = "http://127.0.0.1:" + ownPort + LIST;
            for (CastMember member : Cast.members()) {
                write(member.slug(), authority.card(member, list, now), authority);
            }
            CastMember first = Cast.members().getFirst();
            KeptCertificate blocked = authority.card(first, list, now);
            blocked.keepIn(folder.resolve("blocked.pem"));
            write(first.slug() + "-sparrat", blocked, authority);
            Files.createFile(done);
        } catch (IOException unwritable) {
            throw new CannotStart("Korten gick inte att skriva i " + folder + ". Se efter rättigheterna.");
        }
    }

    /** Empty array where no cards have been made. */
    byte[] list() {
        try {
            var blocked = KeptCertificate.in(folder.resolve("blocked.pem"));
            return blocked.isEmpty()
                    ? new byte[0]
                    : authority(clock.instant()).list(blocked.get().certificate(), clock.instant());
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }

    private CardAuthority authority(Instant now) throws IOException {
        return CardAuthority.keptIn(folder.resolve("authority.pem"), now);
    }

    private void write(String name, KeptCertificate card, CardAuthority authority) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = {card.certificate(), authority.kept().certificate()};
            store.setKeyEntry(name, card.key(), PIN.toCharArray(), chain);
            Path file = folder.resolve(name + ".p12");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, PIN.toCharArray());
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has PKCS12", impossible);
        }
    }
}
