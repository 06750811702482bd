package se.vardmote.meetings;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.platform.News;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.SeatId;

/** Conversations and their seats: what a knock begins. */
@Component
public class Conversations {
    /** News of a conversation: its id is the retention unit's. */
    public static final News.Topic TOPIC = new News.Topic("conversation");

    private static final SecureRandom RANDOM = new SecureRandom();
    private final JdbcClient jdbc;
    private final News news;
    private final Clock clock;

    Conversations(JdbcClient jdbc, News news, Clock clock) {
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
    }

    /**
     * A seat with the secret that its holder keeps in a cookie.
     *
     * @param token 256 random bits as base64url; only its hash is kept
     */
    public record OfferedSeat(SeatId seat, String token) {
        @Override
        public String toString() {
            return "OfferedSeat[" + seat + "]";
        }
    }

    /** Begins a conversation with one seat for guests. */
    @Transactional
    public OfferedSeat begin(RetentionUnitId unit, CareProviderId careProvider) {
        jdbc.sql("insert into meetings.conversation (retention_unit_id, care_provider_id, began_at) values (?, ?, ?)")
                .params(unit.value(), careProvider.value(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return offerSeat(unit, careProvider);
    }

    private OfferedSeat offerSeat(RetentionUnitId unit, CareProviderId careProvider) {
        byte[] token = new byte[32];
        RANDOM.nextBytes(token);
        var seat = SeatId.next();
        jdbc.sql("""
                        insert into meetings.seat (id, care_provider_id, retention_unit_id, token_hash, created_at)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        seat.value(),
                        careProvider.value(),
                        unit.value(),
                        TokenHash.of(token),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new OfferedSeat(seat, Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /**
     * Replaces the secret of a seat that lives: for somebody who knocked twice with the same form, so that the second
     * answer too brings them to the seat.
     */
    @Transactional
    public Optional<OfferedSeat> offerAgain(RetentionUnitId unit) {
        byte[] token = new byte[32];
        RANDOM.nextBytes(token);
        return jdbc.sql("""
                        update meetings.seat set token_hash = ? where retention_unit_id = ? and dead_at is null
                        returning id""")
                .params(TokenHash.of(token), unit.value())
                .query((row, i) -> new SeatId(row.getObject(1, java.util.UUID.class)))
                .optional()
                .map(seat -> new OfferedSeat(
                        seat, Base64.getUrlEncoder().withoutPadding().encodeToString(token)));
    }

    /** Tells every page of the conversation, on every node, that something has changed. */
    public void changed(RetentionUnitId unit) {
        news.tell(TOPIC, unit.toString());
    }

    /** Nothing more is written, and the seats open nothing from an instant on. */
    void close(RetentionUnitId unit, Instant seatsDieAt) {
        jdbc.sql("update meetings.conversation set closed_at = ? where retention_unit_id = ? and closed_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), unit.value())
                .update();
        jdbc.sql("update meetings.seat set dead_at = ? where retention_unit_id = ? and dead_at is null")
                .params(seatsDieAt.atOffset(ZoneOffset.UTC), unit.value())
                .update();
        changed(unit);
    }
}
