package se.vardmote.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far one receiver has come in the chain, and what comes next. */
final class ExportPlaces {
    private final JdbcClient jdbc;
    private final String receiver;

    ExportPlaces(JdbcClient jdbc, String receiver) {
        this.jdbc = jdbc;
        this.receiver = receiver;
    }

    /** The last event that is done with. Transaction ids are compared unsigned, so they stay text. */
    record Place(int era, String xact, long event, int attempts, Instant nextAttempt, String lastResult) {}

    /** An event and its place in the chain. */
    record Sealed(int era, String xact, Accessed event) {}

    /** Before everything, for one that has never been asked. */
    Place current(Instant now) {
        jdbc.sql("""
                        insert into audit.export (receiver, era, xact, event_id, next_attempt_at, last_result)
                        values (?, 0, '0', 0, ?, 'STORED') on conflict do nothing""").params(receiver, utc(now)).update();
        return jdbc.sql("select * from audit.export where receiver = ?")
                .param(receiver)
                .query((row, i) -> new Place(
                        row.getInt("era"),
                        row.getString("xact"),
                        row.getLong("event_id"),
                        row.getInt("attempts"),
                        row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
                        row.getString("last_result")))
                .single();
    }

    /** Only what a block speaks for: below it nothing can be committed any more. */
    List<Sealed> after(Place place, int most) {
        return jdbc.sql("""
                        select e.era, e.xact, %s from audit.event e
                        where (e.era, e.xact, e.id) > (:era, :xact::xid8, :event) and e.xact < (
                            select b.upper_xact from audit.block b where b.era = e.era order by b.number desc limit 1)
                        order by e.era, e.xact, e.id limit :most""".formatted(AuditTrail.COLUMNS))
                .param("era", place.era())
                .param("xact", place.xact())
                .param("event", place.event())
                .param("most", most)
                .query((row, i) -> sealed(row))
                .list();
    }

    /** @return false when another node has been there meanwhile */
    boolean move(Place from, Sealed to, Instant now) {
        return jdbc.sql("""
                        update audit.export set era = :era, xact = :xact::xid8, event_id = :event, attempts = 0,
                            next_attempt_at = :now, failing_since = null, last_result = 'STORED'
                        where receiver = :receiver and event_id = :from and era = :fromEra""")
                        .param("era", to.era())
                        .param("xact", to.xact())
                        .param("event", to.event().event())
                        .param("now", utc(now))
                        .param("receiver", receiver)
                        .param("from", from.event())
                        .param("fromEra", from.era())
                        .update()
                > 0;
    }

    void fail(Place place, Instant next, Instant now, LogReceiver.Receipt receipt) {
        jdbc.sql("""
                        update audit.export set attempts = attempts + 1, next_attempt_at = :next, last_result = :result,
                            failing_since = coalesce(failing_since, :now)
                        where receiver = :receiver and event_id = :event and era = :era""")
                .param("next", utc(next))
                .param("result", receipt.name())
                .param("now", utc(now))
                .param("receiver", receiver)
                .param("event", place.event())
                .param("era", place.era())
                .update();
    }

    void refuse(Sealed sealed, boolean answerLost, OffsetDateTime now) {
        jdbc.sql("""
                        insert into audit.export_refused (receiver, event_id, result, answer_lost, refused_at)
                        values (?, ?, 'INVALID', ?, ?) on conflict do nothing""").params(receiver, sealed.event().event(), answerLost, now).update();
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(row.getInt("era"), row.getString("xact"), AuditTrail.read(row));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
