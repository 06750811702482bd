package se.vardmote.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.platform.Installation;

/** What the purge has done, a row a day. */
public final class PurgeRuns {
    /** The job runs every ten minutes: after two hours without a good run something is wrong. */
    private static final Duration LONGEST_WITHOUT = Duration.ofHours(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    public PurgeRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How a run went. */
    public enum Outcome {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * The runs of one day.
     *
     * @param beganAt the latest
     * @param endedAt null while it runs, and when it was cut short
     * @param forgotten calls whose content went that day
     */
    public record Day(
            LocalDate day, Instant beganAt, @Nullable Instant endedAt, Outcome outcome, int forgotten) {}

    public Optional<Day> latest() {
        return one("true");
    }

    /** The latest day on which content went. */
    public Optional<Day> latestWithContent() {
        return one("forgotten > 0");
    }

    /** The latest run failed, or none has begun for long: since the latest, before the first since the installation began. */
    public boolean failing() {
        return latest().map(this::failing)
                .orElseGet(() -> Installation.beganAt(jdbc).map(this::isLongAgo).orElse(false));
    }

    private boolean failing(Day day) {
        return switch (day.outcome()) {
            case FAILED -> true;
            case RUNNING, DONE -> isLongAgo(day.beganAt());
        };
    }

    private boolean isLongAgo(Instant at) {
        return at.isBefore(clock.instant().minus(LONGEST_WITHOUT));
    }

    void begin() {
        jdbc.sql("""
                insert into retention.purge_run (day, began_at, outcome) values (:day, :now, 'RUNNING')
                on conflict (day) do update set began_at = :now, ended_at = null, outcome = 'RUNNING'""")
                .param("day", KeepUntil.day(clock.instant()))
                .param("now", now())
                .update();
    }

    /** Of the latest run, also when midnight has passed since it began. */
    void end(Outcome outcome, int forgotten) {
        jdbc.sql("""
                update retention.purge_run set ended_at = :now, outcome = :outcome, forgotten = forgotten + :forgotten
                where day = (select max(day) from retention.purge_run)""")
                .param("now", now())
                .param("outcome", outcome.name())
                .param("forgotten", forgotten)
                .update();
    }

    private Optional<Day> one(String where) {
        return jdbc.sql("select * from retention.purge_run where " + where + " order by day desc limit 1")
                .query((row, i) -> read(row))
                .optional();
    }

    private static Day read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Day(
                row.getObject("day", LocalDate.class),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                Outcome.valueOf(row.getString("outcome")),
                row.getInt("forgotten"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
