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
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.SeatId;

/**
 * Ends meetings that nobody ended and waits that nobody is at any longer, so that every clock that counts from the end
 * starts.
 */
@Configuration(proxyBeanMethods = false)
class AbandonedMeetings {
    static final Duration EMPTY = Duration.ofMinutes(10);
    static final Duration NOBODY_LICENSED = Duration.ofMinutes(20);
    static final Duration TOO_LONG = Duration.ofHours(6);
    /** After a stop of all nodes, or of the database, pages need a moment to come back: till then none is missed. */
    static final Duration RETURN = Duration.ofMinutes(2);

    private static final Duration EVERY = Duration.ofSeconds(30);

    @Bean
    RecurringTask<Void> endAbandonedMeetings(JdbcClient jdbc, Meetings meetings, Departures departures, Clock clock) {
        return Tasks.recurring("end-abandoned-meetings", FixedDelay.of(EVERY))
                .execute((task, context) -> look(jdbc, meetings, departures, clock.instant()));
    }

    static void look(JdbcClient jdbc, Meetings meetings, Departures departures, Instant now) {
        if (!signsOfLifeHaveCome(jdbc, now)) return;
        end(jdbc, meetings, now);
        endWaits(jdbc, departures, now);
    }

    private static boolean signsOfLifeHaveCome(JdbcClient jdbc, Instant now) {
        return jdbc.sql("select beat_at > :silent and since < :returned from meetings.pulse")
                .param("silent", now.minus(Attendance.SILENCE).atOffset(ZoneOffset.UTC))
                .param("returned", now.minus(RETURN).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private record Abandoned(UUID id, UUID careProvider, String cause) {}

    private static void end(JdbcClient jdbc, Meetings meetings, Instant now) {
        for (Abandoned abandoned : abandoned(jdbc, now)) {
            meetings.find(new CareProviderId(abandoned.careProvider()), new MeetingId(abandoned.id()))
                    .ifPresent(meeting -> meetings.endByItself(meeting, Meeting.EndCause.valueOf(abandoned.cause())));
        }
    }

    /** Who waits is let go of when no page of theirs has answered for {@link #EMPTY}: their row would never go away. */
    private static void endWaits(JdbcClient jdbc, Departures departures, Instant now) {
        jdbc.sql("""
                        select distinct p.retention_unit_id, p.seat_id
                        from meetings.participant p join meetings.conversation v using (retention_unit_id)
                        where p.standing = 'WAITING' and p.seat_id is not null and greatest(v.began_at, p.joined_at) < :empty and not exists (
                            select from meetings.connection c
                            where c.retention_unit_id = p.retention_unit_id and c.seat_id = p.seat_id
                                and coalesce(c.closed_at, c.lost_at, c.beat_at) >= :empty)
                        limit 500""")
                .param("empty", now.minus(EMPTY).atOffset(ZoneOffset.UTC))
                .query((row, i) -> new AbandonedWait(
                        new RetentionUnitId(row.getObject("retention_unit_id", UUID.class)),
                        new Attendee.Guest(new SeatId(row.getObject("seat_id", UUID.class)))))
                .list()
                .forEach(wait -> departures.leave(wait.unit(), wait.attendee()));
    }

    private record AbandonedWait(RetentionUnitId unit, Attendee attendee) {}

    /** A connection was last there when it closed or was lost, else when its node last said that it lives. */
    private static List<Abandoned> abandoned(JdbcClient jdbc, Instant now) {
        return jdbc.sql("""
                        select id, care_provider_id, cause from (
                            select m.id, m.care_provider_id, case
                                when m.opened_at < :tooLong then 'TOO_LONG'
                                when greatest(m.opened_at, max(last.seen)) < :empty then 'EMPTY'
                                when greatest(m.opened_at, m.parked_at + :stands::interval,
                                        max(last.seen) filter (where last.licensed)) < :unlicensed
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
                .param("stands", Parking.CLOCK_STANDS.toString())
                .param("unlicensed", now.minus(NOBODY_LICENSED).atOffset(ZoneOffset.UTC))
                .query((row, i) -> new Abandoned(
                        row.getObject("id", UUID.class),
                        row.getObject("care_provider_id", UUID.class),
                        row.getString("cause")))
                .list();
    }
}
