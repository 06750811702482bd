package se.vardmote.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.RetentionUnitId;

/** Whose pages answer. */
@Component
public class Attendance {
    /** A node that has not been heard of for so long has lost its pages. */
    public static final Duration SILENCE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    public Attendance(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All pages in the installation that answer. */
    public long countPresent() {
        return jdbc.sql("""
                        select count(*) from meetings.connection
                        where closed_at is null and lost_at is null and beat_at > ?""")
                .params(clock.instant().minus(SILENCE).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Those of the conversations in which somebody's screen is locked or shows something else. */
    public Set<RetentionUnitId> withSomebodyAway(Collection<RetentionUnitId> conversations) {
        return conversations(jdbc.sql("""
                        select distinct retention_unit_id from meetings.connection
                        where retention_unit_id = any(?) and closed_at is null and away_at is not null""").params((Object) ids(conversations)));
    }

    /** Those of the conversations that have at least one page that answers. */
    public Set<RetentionUnitId> withSomebodyPresent(Collection<RetentionUnitId> conversations) {
        return conversations(jdbc.sql("""
                        select distinct retention_unit_id from meetings.connection
                        where retention_unit_id = any(?) and closed_at is null and lost_at is null and beat_at > ?""")
                .params(ids(conversations), clock.instant().minus(SILENCE).atOffset(ZoneOffset.UTC)));
    }

    private static UUID[] ids(Collection<RetentionUnitId> conversations) {
        return conversations.stream().map(RetentionUnitId::value).toArray(UUID[]::new);
    }

    private static Set<RetentionUnitId> conversations(JdbcClient.StatementSpec question) {
        return question.query(UUID.class).list().stream()
                .map(RetentionUnitId::new)
                .collect(Collectors.toSet());
    }
}
