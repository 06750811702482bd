package se.vardmote.training.start;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.training.cast.Tablet;

/**
 * Makes a browser one of the tablets without the pairing that a real tablet goes through. Each enrolment begins
 * anew: earlier cookies of that tablet are worth nothing afterwards, and a revoked tablet works again.
 */
@Component
class TabletEnrolment {

    private static final String COOKIE = "__Host-device";

    /** The longest that browsers keep a cookie. */
    private static final Duration LIFE = Duration.ofDays(400);

    private final JdbcClient owner;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TabletEnrolment(JdbcClient owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    /** @return the cookie by which the product knows the tablet */
    ResponseCookie enrol(Tablet tablet) {
        byte[] token = new byte[32];
        random.nextBytes(token);
        remember(tablet, hashOf(token));
        return ResponseCookie.from(
                        COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(token))
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(LIFE)
                .build();
    }

    private void remember(Tablet tablet, byte[] hash) {
        owner.sql("delete from organisation.retired_device_token where device_id = ?")
                .param(tablet.id())
                .update();
        Timestamp now = Timestamp.from(clock.instant());
        owner.sql("""
                update organisation.device
                set token_hash = ?, previous_token_hash = null, rotated_at = ?, token_used_at = null, enrolled_at = ?,
                    revoked_at = null, revoked_why = null
                where id = ?
                """).params(hash, now, now, tablet.id()).update();
    }

    private static byte[] hashOf(byte[] token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
