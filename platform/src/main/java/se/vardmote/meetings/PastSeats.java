package se.vardmote.meetings;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.RetentionUnitId;

/** Seats that may be dead: they open nothing, but whoever held one was there. */
@Component
public class PastSeats {
    private final JdbcClient jdbc;

    public PastSeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The conversation in which somebody held this seat. */
    public Optional<RetentionUnitId> conversationOf(byte[] tokenHash) {
        return jdbc.sql("""
                        select retention_unit_id from meetings.seat
                        where token_hash = :token or earlier_token_hashes @> array[:token]""")
                .param("token", tokenHash)
                .query((row, i) -> new RetentionUnitId(row.getObject("retention_unit_id", UUID.class)))
                .optional();
    }
}
