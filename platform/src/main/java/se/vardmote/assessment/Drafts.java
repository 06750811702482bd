package se.vardmote.assessment;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.Token;
import se.vardmote.vocabulary.CareProviderId;

/**
 * What somebody has typed so far, kept for five minutes after the last letter under a cookie of the visitor: nothing is
 * stored on a shared device, and whoever takes it next finds nothing. It is encrypted under a key made from that cookie, so that the row alone tells nobody anything.
 */
@Component
public class Drafts {
    public static final Duration LIFE = Duration.ofMinutes(5);
    private static final int KEY_SIZE = 16; // bytes
    private final JdbcClient jdbc;
    private final Clock clock;

    public Drafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the text instead of what was kept before. */
    public void keep(Token visitor, CareProviderId careProvider, String text) {
        jdbc.sql("""
                        insert into assessment.draft (token_hash, care_provider_id, sealed, expires_at) values (?, ?, ?, ?)
                        on conflict (token_hash) do update set sealed = excluded.sealed, expires_at = excluded.expires_at""")
                .params(
                        visitor.hash(),
                        careProvider.value(),
                        seal(visitor, text),
                        clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<String> of(Token visitor) {
        return jdbc.sql("select sealed from assessment.draft where token_hash = ? and expires_at > ?")
                .params(visitor.hash(), clock.instant().atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .optional()
                .map(kept -> open(visitor, kept));
    }

    /** Whether there is something, without reading it. */
    public boolean isKept(Token visitor) {
        return jdbc.sql("select exists (select from assessment.draft where token_hash = ? and expires_at > ?)")
                .params(visitor.hash(), clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    public void forget(Token visitor) {
        jdbc.sql("delete from assessment.draft where token_hash = ?")
                .params((Object) visitor.hash())
                .update();
    }

    /** Removes what has grown too old; how many. */
    public int forgetExpired() {
        return jdbc.sql("delete from assessment.draft where expires_at <= ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] seal(Token visitor, String text) {
        try {
            return cipher(visitor).encrypt(text.getBytes(StandardCharsets.UTF_8), visitor.hash());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String open(Token visitor, byte[] sealed) {
        try {
            return new String(cipher(visitor).decrypt(sealed, visitor.hash()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AesGcmJce cipher(Token visitor) throws GeneralSecurityException {
        byte[] secret = visitor.text().getBytes(StandardCharsets.US_ASCII);
        byte[] info = "vardmote draft".getBytes(StandardCharsets.US_ASCII);
        return new AesGcmJce(Hkdf.computeHkdf("HMACSHA256", secret, new byte[0], info, KEY_SIZE));
    }
}
