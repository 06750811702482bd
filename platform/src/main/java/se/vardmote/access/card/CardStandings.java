package se.vardmote.access.card;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last good answer about each card, for all nodes. Only a digest of the certificate is kept. */
@Component
class CardStandings {
    private final JdbcClient database;
    private final CardSettings settings;
    private final Clock clock;

    CardStandings(JdbcClient database, CardSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    void good(X509Certificate card) {
        database.sql("""
                        insert into access.card_standing (certificate_hash, good_at, expires_at)
                        values (:hash, :now, :expires)
                        on conflict (certificate_hash) do update set good_at = :now, expires_at = :expires""")
                .param("hash", hash(card))
                .param("now", now())
                .param("expires", now().plus(settings.grace()))
                .update();
    }

    /** A card that was blocked once does not come in again because nobody answers. */
    void blocked(X509Certificate card) {
        database.sql("delete from access.card_standing where certificate_hash = :hash")
                .param("hash", hash(card))
                .update();
    }

    /** Whether it was good so lately that it may come in without an answer. */
    boolean wasGoodLately(X509Certificate card) {
        return database.sql("""
                        select exists (select from access.card_standing
                                       where certificate_hash = :hash and expires_at > :now)""")
                .param("hash", hash(card))
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    private static byte[] hash(X509Certificate card) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(card.getEncoded());
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
