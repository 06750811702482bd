package se.vardmote.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long a sign-in still lasts, for pages that say so before it is over. Asking is no sign of anybody. */
@Component
public class SignInLeft {
    private static final Duration NOTICE = Duration.ofMinutes(5);
    private final JdbcClient database;
    private final SignInSettings settings;
    private final Clock clock;

    public SignInLeft(JdbcClient database, SignInSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is left.
     *
     * @param left zero or less: it is over
     * @param mayStay whether a sign of somebody puts the end off by more than the notice
     */
    public record Left(Duration left, boolean mayStay) {
        static final Left NOTHING = new Left(Duration.ZERO, false);
    }

    /** So long before the end a page says so: five minutes, or half of a shorter time-out. */
    public Duration notice() {
        Duration half = settings.idleTimeout().dividedBy(2);
        return half.compareTo(NOTICE) < 0 ? half : NOTICE;
    }

    public Left of(SessionId session) {
        return database.sql("select last_seen_at, created_at from access.session where id = :id and revoked_at is null")
                .param("id", session.value())
                .query((row, n) -> left(SessionRow.instant(row, "last_seen_at"), SessionRow.instant(row, "created_at")))
                .optional()
                .orElse(Left.NOTHING);
    }

    private Left left(Instant seen, Instant created) {
        Instant now = clock.instant();
        Duration idle = Duration.between(now, seen.plus(settings.idleTimeout()));
        Duration life = Duration.between(now, created.plus(settings.lifetime()));
        boolean mayStay = life.compareTo(notice()) > 0;
        return new Left(idle.compareTo(life) < 0 ? idle : life, mayStay);
    }
}
