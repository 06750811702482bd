package se.vardmote.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.vardmote.access.codes.ShortCodes;
import se.vardmote.vocabulary.GuestLinkId;

/**
 * One-time codes of guests: six digits, ten minutes, five tries, once, and at most three an hour for a link. Whoever tries has opened
 * the link, so tries are counted for the code alone. A new code ends the one before.
 */
@Component
public class GuestCodes {
    public static final Duration LIFE = Duration.ofMinutes(10);
    public static final int TRIES = 5;
    public static final int MOST_AN_HOUR = 3;
    private static final Duration HOUR = Duration.ofHours(1);
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final ShortCodes codes;
    private final Clock clock;

    public GuestCodes(JdbcClient database, TransactionTemplate transactions, ShortCodes codes, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.codes = codes;
        this.clock = clock;
    }

    /** What came of asking for a code. */
    public sealed interface Asked {}

    /** @param code six digits */
    public record Issued(GuestLinkId link, CodeWay way, String code, Instant until) implements Asked {
        @Override
        public String toString() {
            return "Issued[" + way + "]";
        }
    }

    /** Three in an hour. @param next when there is another */
    public record TooMany(Instant next) implements Asked {}

    /** What came of a code that was typed. */
    public enum Typed {
        RIGHT,
        WRONG,
        /** Too many wrong ones. */
        LOCKED,
        /** None is valid: too late, used, or never asked for. */
        NONE
    }

    /** The link's row is taken first, so that many who ask at once are not more than three. */
    public Asked issue(GuestLinkId link, CodeWay way) {
        return transactions.execute(status -> {
            database.sql("select 1 from access.guest_link where id = ? for update")
                    .params(link.value())
                    .query(Integer.class)
                    .single();
            Instant now = clock.instant();
            List<Instant> asked =
                    database
                            .sql("""
                            select requested_at from access.guest_code where link_id = ? and requested_at > ?
                            order by requested_at""")
                            .params(link.value(), at(now.minus(HOUR)))
                            .query(OffsetDateTime.class)
                            .list()
                            .stream()
                            .map(OffsetDateTime::toInstant)
                            .toList();
            if (asked.size() >= MOST_AN_HOUR)
                return new TooMany(asked.get(asked.size() - MOST_AN_HOUR).plus(HOUR));
            return keep(link, way, now);
        });
    }

    private Issued keep(GuestLinkId link, CodeWay way, Instant now) {
        byte[] nonce = ShortCodes.freshNonce();
        database.sql("update access.guest_code set spent = true where link_id = ?")
                .params(link.value())
                .update();
        database.sql("""
                        insert into access.guest_code (id, link_id, care_provider_id, way, nonce, requested_at, expires_at)
                        select gen_random_uuid(), id, care_provider_id, :way, :nonce, :now, :expires
                        from access.guest_link where id = :link""")
                .param("way", way.name())
                .param("nonce", nonce)
                .param("now", at(now))
                .param("expires", at(now.plus(HOUR)))
                .param("link", link.value())
                .update();
        return issued(link, way, nonce, now);
    }

    /** Counted before it is compared. Right, it is used up. */
    public Typed attempt(GuestLinkId link, String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        return transactions.execute(status -> {
            Optional<byte[]> nonce = database.sql("""
                            update access.guest_code set tries = tries + 1
                            where link_id = :link and not spent and requested_at > :oldest and tries < :most returning nonce""")
                    .param("link", link.value())
                    .param("oldest", at(clock.instant().minus(LIFE)))
                    .param("most", TRIES)
                    .query(byte[].class)
                    .optional();
            if (nonce.isEmpty()) return isLocked(link) ? Typed.LOCKED : Typed.NONE;
            if (!codes.fits(digits, purpose(link), nonce.get())) return isLocked(link) ? Typed.LOCKED : Typed.WRONG;
            database.sql("update access.guest_code set spent = true where link_id = ?")
                    .params(link.value())
                    .update();
            return Typed.RIGHT;
        });
    }

    private boolean isLocked(GuestLinkId link) {
        return database.sql("""
                        select exists (select from access.guest_code
                            where link_id = ? and not spent and requested_at > ? and tries >= ?)""")
                .params(link.value(), at(clock.instant().minus(LIFE)), TRIES)
                .query(Boolean.class)
                .single();
    }

    /** Of some links, the codes that a professional may read out and that still open. */
    public Map<GuestLinkId, Issued> toReadOut(Collection<GuestLinkId> links) {
        if (links.isEmpty()) return Map.of();
        return database
                .sql("""
                        select link_id, nonce, requested_at from access.guest_code
                        where link_id = any(:links) and way = 'READ_OUT' and not spent and requested_at > :oldest
                            and tries < :most""")
                .param("links", links.stream().map(GuestLinkId::value).toArray(UUID[]::new))
                .param("oldest", at(clock.instant().minus(LIFE)))
                .param("most", TRIES)
                .query((row, n) -> issued(
                        new GuestLinkId(row.getObject("link_id", UUID.class)),
                        CodeWay.READ_OUT,
                        row.getBytes("nonce"),
                        row.getObject("requested_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Issued::link, Function.identity()));
    }

    private Issued issued(GuestLinkId link, CodeWay way, byte[] nonce, Instant at) {
        return new Issued(link, way, codes.sixDigits(purpose(link), nonce), at.plus(LIFE));
    }

    /** Keeps the codes of two links apart, whatever their nonces are. */
    private static String purpose(GuestLinkId link) {
        return "guest " + link;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
