package se.vardmote.meetings;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.StaffId;

/** Who is in a call just now, with a page that answers. A professional is in one at a time. */
@Component
public class RunningCalls {
    private final JdbcClient jdbc;
    private final Clock clock;

    public RunningCalls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param but a call that does not count, because it is the one to go into
     * @throws se.vardmote.platform.ProblemException {@code meetings/call-running} when there is another
     */
    public void requireNone(StaffId staff, @Nullable MeetingId but) {
        boolean running = jdbc.sql("select exists (" + RUNNING + " and m.id is distinct from :but)")
                .param("staff", new UUID[] {staff.value()})
                .param("but", but == null ? null : but.value(), Types.OTHER)
                .param("silent", silent())
                .query(Boolean.class)
                .single();
        if (running) throw new MeetingProblem.CallRunning().asException();
    }

    /** Which of these are in a call. */
    public Set<StaffId> among(Collection<StaffId> some) {
        return jdbc
                .sql(RUNNING)
                .param("staff", some.stream().map(StaffId::value).toArray(UUID[]::new))
                .param("silent", silent())
                .query(UUID.class)
                .list()
                .stream()
                .map(StaffId::new)
                .collect(Collectors.toSet());
    }

    private static final String RUNNING = """
            select c.staff_id from meetings.connection c join meetings.meeting m using (retention_unit_id)
            where c.staff_id = any(:staff) and c.closed_at is null and c.lost_at is null and c.beat_at > :silent
                and m.ended_at is null and m.parked_at is null""";

    private OffsetDateTime silent() {
        return clock.instant().minus(Attendance.SILENCE).atOffset(ZoneOffset.UTC);
    }
}
