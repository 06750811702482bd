package se.vardmote.meetings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.MeetingId;

/** Ends meetings that nobody ended, so that every clock that counts from the end starts. */
@Configuration(proxyBeanMethods = false)
class AbandonedMeetings {
    static final Duration EMPTY = Duration.ofMinutes(10);
    static final Duration NOBODY_LICENSED = Duration.ofMinutes(20);
    static final Duration TOO_LONG = Duration.ofHours(6);
    private static final Duration EVERY = Duration.ofSeconds(30);

    @Bean
    RecurringTask<Void> endAbandonedMeetings(JdbcClient jdbc, Meetings meetings, Clock clock) {
        return Tasks.recurring("end-abandoned-meetings", FixedDelay.of(EVERY))
                .execute((task, context) -> end(jdbc, meetings, clock.instant()));
    }

    private record Abandoned(UUID id, UUID careProvider, String cause) {}

    static void end(JdbcClient jdbc, Meetings meetings, Instant now) {
        for (Abandoned abandoned : abandoned(jdbc, now)) {
            meetings.find(new CareProviderId(abandoned.careProvider()), new MeetingId(abandoned.id()))
                    .ifPresent(meeting -> meetings.endByItself(meeting, Meeting.EndCause.valueOf(abandoned.cause())));
        }
    }

    /** A connection was last there when it closed or was lost, else when its node last said that it lives. */
    private static List<Abandoned> abandoned(JdbcClient jdbc, Instant now) {
        return jdbc.sql("""
                        select id, care_provider_id, cause from (
                            select m.id, m.care_provider_id, case
                                when m.opened_at < :tooLong then 'TOO_LONG'
                                when greatest(m.opened_at, max(last.seen)) < :empty then 'EMPTY'
                                when greatest(m.opened_at, max(last.seen) filter (where last.licensed)) < :unlicensed
                                    then 'NOBODY_LICENSED'
                                end as cause
                            from meetings.meeting m
                            left join lateral (
                                select coalesce(c.closed_at, c.lost_at, c.beat_at) as seen, c.staff_id is not null as licensed
                                from meetings.connection c where c.retention_unit_id = m.retention_unit_id) last on true
                            where m.ended_at is null
                            group by m.id) judged
                        where cause is not null limit 500""")
                .param("tooLong", now.minus(TOO_LONG).atOffset(ZoneOffset.UTC))
                .param("empty", now.minus(EMPTY).atOffset(ZoneOffset.UTC))
                .param("unlicensed", now.minus(NOBODY_LICENSED).atOffset(ZoneOffset.UTC))
                .query((row, i) -> new Abandoned(
                        row.getObject("id", UUID.class),
                        row.getObject("care_provider_id", UUID.class),
                        row.getString("cause")))
                .list();
    }
}
