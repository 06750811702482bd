package se.vardmote.access.codes;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts tries of short codes, before anything is compared, so that many at once are not more. Five from one place lock a
 * code there, so that whoever guesses locks it for themselves; fifty from everywhere lock it for all. See ADR 9.
 */
@Component
public class CodeTries {
    public static final int FROM_ONE_PLACE = 5;
    public static final int FROM_EVERYWHERE = 50;
    private final JdbcClient database;
    private final ShortCodes codes;
    private final Clock clock;

    public CodeTries(JdbcClient database, ShortCodes codes, Clock clock) {
        this.database = database;
        this.codes = codes;
        this.clock = clock;
    }

    /** Tables that keep codes, and which of their rows can still be typed. */
    public enum Kept {
        DROP_IN("access.drop_in_code", "redeemed_at is null"),
        PAIRING("access.pairing", "claim_hash is null");

        private final String table;
        private final String unused;

        Kept(String table, String unused) {
            this.table = table;
            this.unused = unused;
        }

        private String alive() {
            return "locator = :locator and expires_at > :now and " + unused;
        }
    }

    /** The nonce to compare with; empty when there is no such code, or when it is locked here or for all. */
    public Optional<byte[]> count(Kept kept, ShortCode typed, Place from) {
        return database.sql("""
                        with code as (
                          select nonce, expires_at from %1$s where %2$s and tries < :everywhere),
                        counted as (
                          insert into access.code_try as before (nonce, place, tries, expires_at)
                          select nonce, :place, 1, expires_at from code
                          on conflict (nonce, place) do update set tries = before.tries + 1 where before.tries < :here
                          returning nonce)
                        update %1$s set tries = tries + 1
                        where nonce in (select nonce from counted) and tries < :everywhere
                        returning nonce""".formatted(kept.table, kept.alive()))
                .param("locator", typed.locator())
                .param("place", codes.digest(from))
                .param("here", FROM_ONE_PLACE)
                .param("everywhere", FROM_EVERYWHERE)
                .param("now", now())
                .query(byte[].class)
                .optional();
    }

    /** Whether tries have locked a code that could else be typed. */
    public boolean locked(Kept kept, ShortCode typed, Place from) {
        return database.sql("""
                        select tries >= :everywhere or exists (
                          select from access.code_try here
                          where here.nonce = code.nonce and here.place = :place and here.tries >= :here)
                        from %s code where %s""".formatted(kept.table, kept.alive()))
                .param("locator", typed.locator())
                .param("place", codes.digest(from))
                .param("here", FROM_ONE_PLACE)
                .param("everywhere", FROM_EVERYWHERE)
                .param("now", now())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
