package se.vardmote.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.platform.News;
import se.vardmote.vocabulary.StaffId;

/**
 * A call that its chair leaves for a while without leaving the meeting. Nobody's sound or picture goes anywhere
 * meanwhile: whoever is licensed is not there to hear it.
 */
@Component
public class Parking {
    /** More than somebody can keep in mind are not parked, but ended or handed over. */
    public static final int MOST = 3;
    /** So long the clock of "nobody licensed" stands still. */
    public static final Duration CLOCK_STANDS = Duration.ofMinutes(20);

    private final JdbcClient jdbc;
    private final Meetings meetings;
    private final Conversations conversations;
    private final RunningCalls running;
    private final News news;
    private final Clock clock;

    Parking(
            JdbcClient jdbc,
            Meetings meetings,
            Conversations conversations,
            RunningCalls running,
            News news,
            Clock clock) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.conversations = conversations;
        this.running = running;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Parks; again does nothing.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/not-the-chair}, {@code meetings/not-open},
     *     {@code meetings/too-many-parked}, {@code meetings/colleague-here} while another professional is in the call
     */
    @Transactional
    public void park(Meeting meeting, StaffId by) {
        if (!meeting.chair().equals(by)) throw new MeetingProblem.NotTheChair().asException();
        if (colleagueIsHere(meeting, by)) throw new MeetingProblem.ColleagueHere().asException();
        lock(by);
        if (of(by).size() >= MOST && !meeting.parked()) throw new MeetingProblem.TooManyParked(MOST).asException();
        int parked = jdbc.sql("""
                        update meetings.meeting set parked_at = coalesce(parked_at, ?)
                        where id = ? and ended_at is null and chair_staff_id = ?""")
                .params(clock.instant().atOffset(ZoneOffset.UTC), meeting.id().value(), by.value())
                .update();
        if (parked == 0) throw new MeetingProblem.NotOpen().asException();
        changed(meeting);
    }

    /**
     * Goes on with a parked call; one that is not parked goes on already.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/call-running} while they are in another call:
     *     resuming parks nothing
     */
    @Transactional
    public void resume(Meeting meeting, StaffId by) {
        running.requireNone(by, meeting.id());
        jdbc.sql("update meetings.meeting set parked_at = null where id = ? and ended_at is null")
                .params(meeting.id().value())
                .update();
        changed(meeting);
    }

    /** When a parked call ends by itself; {@link AbandonedMeetings} looks every half minute. */
    public static Instant endsBy(Meeting parked) {
        Instant alone =
                Objects.requireNonNull(parked.parkedAt()).plus(CLOCK_STANDS).plus(AbandonedMeetings.NOBODY_LICENSED);
        Instant tooLong = parked.openedAt().plus(AbandonedMeetings.TOO_LONG);
        return alone.isBefore(tooLong) ? alone : tooLong;
    }

    /** The calls that somebody has parked. */
    public List<Meeting> of(StaffId chair) {
        return meetings.ledBy(chair).stream().filter(Meeting::parked).toList();
    }

    /** A parked call that is over is no longer on anybody's day. */
    @EventListener
    void on(MeetingEnded ended) {
        meetings.find(ended.meeting()).ifPresent(meeting -> StaffCalls.changed(news, meeting.chair()));
    }

    /** Also while their socket is lost: they come back to a call that goes on. */
    private boolean colleagueIsHere(Meeting meeting, StaffId chair) {
        return jdbc.sql("""
                        select exists (select from meetings.connection c
                            join meetings.participant p using (retention_unit_id, staff_id)
                            where c.retention_unit_id = ? and c.staff_id <> ? and c.closed_at is null
                                and p.standing = 'ADMITTED')""")
                .params(meeting.conversation().value(), chair.value())
                .query(Boolean.class)
                .single();
    }

    /** Two pages of one professional that park at once are counted one after the other. */
    private void lock(StaffId staff) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('meetings.parking'), hashtext(?))")
                .params(staff.toString())
                .query((row, i) -> true)
                .single();
    }

    private void changed(Meeting meeting) {
        conversations.changed(meeting.conversation());
        StaffCalls.changed(news, meeting.chair());
    }
}
