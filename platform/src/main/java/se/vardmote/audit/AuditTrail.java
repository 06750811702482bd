package se.vardmote.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.CommissionId;

/** The log, read by those who look after it. Whoever shows what it says of a patient writes that to the log first. */
public final class AuditTrail {
    /** Of a single event {@code e}, as {@link #read} takes them. */
    static final String COLUMNS = """
            e.id event, e.actor_kind, e.actor_id, e.actor_name, e.commission_id, e.care_provider_id, e.care_unit_id,
            e.client_id, e.activity, e.action, e.object_type, e.outcome, e.ground, e.at, e.at last, 1 times""";

    private static final String ALIKE = """
            select min(id) event, actor_kind, actor_id, min(actor_name) actor_name, commission_id, care_provider_id,
                care_unit_id, client_id, activity, action, object_type, outcome, ground, min(at) at, max(at) last,
                count(*) times
            from audit.event
            where %s
            group by actor_kind, actor_id, commission_id, care_provider_id, care_unit_id, client_id, activity, action,
                object_type, outcome, ground, date_trunc('%s', at)
            order by %s limit :most""";

    private final JdbcClient jdbc;

    public AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was read, and what was refused, under some commissions in a time; alike within an hour is one. Oldest first. */
    public List<Accessed> readUnder(Collection<CommissionId> commissions, Instant from, Instant until, int most) {
        return jdbc.sql(ALIKE.formatted("""
                        commission_id = any(:commissions) and at >= :from and at < :until
                        and (activity in ('READ', 'PRINT', 'EMERGENCY_OPEN') and client_id is not null
                            or outcome = 'REFUSED' and activity not in ('SIGN_IN', 'SIGN_OUT'))""", "hour", "min(at), min(id)"))
                .param(
                        "commissions",
                        commissions.stream().map(CommissionId::value).toArray(UUID[]::new))
                .param("from", utc(from))
                .param("until", utc(until))
                .param("most", most)
                .query((row, i) -> read(row))
                .list();
    }

    /** What staff and their devices have done with the data of one patient; alike within a minute is one. Newest first. */
    public List<Accessed> ofClient(CareProviderId careProvider, ClientId client, Instant before, int most) {
        return jdbc.sql(ALIKE.formatted("""
                        client_id = :client and care_provider_id = :careProvider and at < :before and outcome = 'ALLOWED'
                        and actor_kind in ('STAFF', 'DEVICE')""", "minute", "min(at) desc, min(id) desc"))
                .param("client", client.value())
                .param("careProvider", careProvider.value())
                .param("before", utc(before))
                .param("most", most)
                .query((row, i) -> read(row))
                .list();
    }

    /** Single events, by number. */
    public List<Accessed> events(Collection<Long> numbers) {
        return jdbc.sql("select " + COLUMNS + " from audit.event e where e.id = any(:numbers)")
                .param("numbers", numbers.toArray(Long[]::new))
                .query((row, i) -> read(row))
                .list();
    }

    static Accessed read(ResultSet row) throws SQLException {
        UUID commission = row.getObject("commission_id", UUID.class);
        UUID unit = row.getObject("care_unit_id", UUID.class);
        UUID client = row.getObject("client_id", UUID.class);
        return new Accessed(
                row.getLong("event"),
                ActorKind.valueOf(row.getString("actor_kind")),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                commission == null ? null : new CommissionId(commission),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                unit == null ? null : new CareUnitId(unit),
                client == null ? null : new ClientId(client),
                Activity.valueOf(row.getString("activity")),
                row.getString("action"),
                row.getString("object_type"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("ground"),
                instant(row, "at"),
                instant(row, "last"),
                row.getInt("times"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
