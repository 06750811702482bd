package se.vardmote.access.codes;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts tries of short codes, before anything is compared, so that many at once are not more. Sixty from one place, of
 * whatever codes, and nothing is compared there any longer; five from one place lock a code there; fifty from everywhere
 * lock it for all. So whoever guesses is stopped before they have locked a code for anybody else. See ADR 9.
 */
@Component
public class CodeTries {
    public static final int ALL_FROM_ONE_PLACE = 60;
    /** For so long those sixty count. */
    public static final Duration WHILE = Duration.ofMinutes(10);

    public static final int FROM_ONE_PLACE = 5;
    public static final int FROM_EVERYWHERE = 50;
    public static final int DIGITS_FROM_EVERYWHERE = 20;
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
        DROP_IN("access.drop_in_code", "redeemed_at is null", FROM_EVERYWHERE),
        PAIRING("access.pairing", "claim_hash is null", FROM_EVERYWHERE),
        /** Three secret digits, and something else that must be right beside them. */
        CALL("access.call_code", "true", DIGITS_FROM_EVERYWHERE);

        private final String table;
        private final String unused;
        private final int everywhere;

        Kept(String table, String unused, int everywhere) {
            this.table = table;
            this.unused = unused;
            this.everywhere = everywhere;
        }

        public int everywhere() {
            return everywhere;
        }
    }

    /** The first to be asked, whatever was typed. @return false when so many have been wrong here that nothing is compared */
    public boolean countAllFrom(Place from) {
        return database.sql("""
                        insert into access.code_place as here (place, tries, expires_at) values (:place, 1, :until)
                        on conflict (place) do update set
                          tries = case when here.expires_at <= :now then 1 else here.tries + 1 end,
                          expires_at = case when here.expires_at <= :now then excluded.expires_at else here.expires_at end
                        where here.expires_at <= :now or here.tries < :most""")
                        .param("place", codes.digest(from))
                        .param("until", now().plus(WHILE))
                        .param("now", now())
                        .param("most", ALL_FROM_ONE_PLACE)
                        .update()
                == 1;
    }

    /** The nonce to compare with; empty when there is no such code, or when it is locked here or for all. */
    public Optional<byte[]> count(Kept kept, String locator, Place from) {
        return countHere(kept, locator, from).filter(nonce -> countForAll(kept, nonce));
    }

    /** As above, but locks for nobody else. */
    public Optional<byte[]> countHere(Kept kept, String locator, Place from) {
        return database.sql("""
                        insert into access.code_try as before (nonce, place, tries, expires_at)
                        select nonce, :place, 1, expires_at from %s
                        where locator = :locator and expires_at > :now and %s
                        on conflict (nonce, place) do update set tries = before.tries + 1 where before.tries < :here
                        returning nonce""".formatted(kept.table, kept.unused))
                .param("locator", locator)
                .param("place", codes.digest(from))
                .param("here", FROM_ONE_PLACE)
                .param("now", now())
                .query(byte[].class)
                .optional();
    }

    /** @return false when it is locked for all */
    public boolean countForAll(Kept kept, byte[] nonce) {
        return database.sql("update %s set tries = tries + 1 where nonce = :nonce and tries < :everywhere"
                                .formatted(kept.table))
                        .param("nonce", nonce)
                        .param("everywhere", kept.everywhere)
                        .update()
                == 1;
    }

    /** Everything was right: this try is as if it had not been, and earlier ones of the code from here too. */
    public void forgive(Kept kept, byte[] nonce, Place from) {
        database.sql("""
                        with forgiven as (
                          delete from access.code_try where nonce = :nonce and place = :place returning tries),
                        given_back as (
                          update access.code_place here set tries = greatest(here.tries - forgiven.tries, 0)
                          from forgiven where here.place = :place)
                        update %s set tries = tries - 1 where nonce = :nonce""".formatted(kept.table))
                .param("nonce", nonce)
                .param("place", codes.digest(from))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
