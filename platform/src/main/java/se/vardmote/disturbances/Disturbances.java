package se.vardmote.disturbances;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.audit.AuditEvent;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import tools.jackson.databind.json.JsonMapper;

/** What has been reported, ranked by how often (R3-20). */
@Component
public class Disturbances {
    /** So many from one unit, or from all strangers together, are kept in a while: anybody may report, without limit of address. */
    static final int MOST = 30;

    static final Duration WHILE = Duration.ofMinutes(10);
    private static final int MOST_REPORTS = 20;

    private static final String RANKED = """
            with counted as (
                select kind, cause, count(*) as reports, count(distinct care_unit_id) as units, max(reported_at) as latest
                from disturbances.report
                where care_provider_id in (:provider, :installation) and reported_at >= :since
                group by kind, cause),
            ranked as (
                select counted.*, coalesce(step.remedy, '') as remedy,
                    case when step.state is null or step.state = 'SOLVED' and latest > step.at then 'REPORTED'
                        else step.state end as state
                from counted left join lateral (
                    select * from disturbances.step
                    where care_provider_id = :provider and kind = counted.kind and cause = counted.cause
                    order by at desc, id desc limit 1) step on true)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    public Disturbances(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps a report; false when so many have come from there that one more tells nothing. */
    public boolean report(Reporter from, Disturbance disturbance, Technique technique) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into disturbances.report (id, care_provider_id, care_unit_id, kind, cause, facts, reported_at)
                        select :id, :provider, cast(:unit as uuid), :kind, :cause, cast(:facts as jsonb), :now
                        where (select count(*) from disturbances.report where care_provider_id = :provider
                            and care_unit_id is not distinct from cast(:unit as uuid) and reported_at > :lately) < :most""")
                        .param("id", UUID.randomUUID())
                        .param("provider", from.careProvider().value())
                        .param("unit", from.unit() == null ? null : from.unit().value(), java.sql.Types.OTHER)
                        .param("kind", disturbance.kind().name())
                        .param("cause", disturbance.cause().name())
                        .param("facts", json.writeValueAsString(technique))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("lately", now.minus(WHILE).atOffset(ZoneOffset.UTC))
                        .param("most", MOST)
                        .update()
                == 1;
    }

    /**
     * Those reported since a time at a care provider or by strangers, the most frequent first.
     *
     * @param state only those that stand there; null for all
     */
    public List<Ranked> ranked(
            CareProviderId careProvider, Instant since, Step.@Nullable State state, int skip, int most) {
        return jdbc.sql(RANKED + """
                        select * from ranked where cast(:state as text) is null or state = :state
                        order by reports desc, latest desc, kind, cause offset :skip limit :most""")
                .param("provider", careProvider.value())
                .param("installation", AuditEvent.INSTALLATION.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("state", state == null ? null : state.name(), java.sql.Types.VARCHAR)
                .param("skip", skip)
                .param("most", most)
                .query((row, i) -> read(row))
                .list();
    }

    /** The latest reports of one disturbance, newest first. */
    public List<Report> latest(CareProviderId careProvider, Disturbance disturbance) {
        return jdbc.sql("""
                        select care_unit_id, facts, reported_at from disturbances.report
                        where care_provider_id in (?, ?) and kind = ? and cause = ?
                        order by reported_at desc limit ?""")
                .params(
                        careProvider.value(),
                        AuditEvent.INSTALLATION.value(),
                        disturbance.kind().name(),
                        disturbance.cause().name(),
                        MOST_REPORTS)
                .query((row, i) -> new Report(
                        row.getObject("care_unit_id", UUID.class) == null
                                ? null
                                : new CareUnitId(row.getObject("care_unit_id", UUID.class)),
                        json.readValue(row.getString("facts"), Technique.class),
                        row.getObject("reported_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Ranked read(ResultSet row) throws SQLException {
        return new Ranked(
                new Disturbance(
                        Disturbance.Kind.valueOf(row.getString("kind")),
                        Disturbance.Cause.valueOf(row.getString("cause"))),
                row.getInt("reports"),
                row.getInt("units"),
                row.getObject("latest", OffsetDateTime.class).toInstant(),
                Step.State.valueOf(row.getString("state")),
                row.getString("remedy"));
    }
}
