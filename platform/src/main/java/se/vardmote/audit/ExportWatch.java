package se.vardmote.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the log gets out as it should, for those who watch. */
public final class ExportWatch {
    private final JdbcClient jdbc;
    private final Clock clock;

    public ExportWatch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** For how many seconds a receiver has taken nothing although there is something; 0 when all is well, or none is set up. */
    public double secondsStuck() {
        return jdbc.sql("select failing_since from audit.export where failing_since is not null order by 1 limit 1")
                .query((row, i) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    /** Events that a receiver would not take. */
    public double refused() {
        return jdbc.sql("select count(*) from audit.export_refused")
                .query(Double.class)
                .single();
    }
}
