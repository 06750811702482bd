package se.vardmote.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;

/** Meetings from opening to end. */
@Component
public class Meetings {
    private static final int MOST_LED = 20;

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final Participants participants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Meetings(
            JdbcClient jdbc,
            Conversations conversations,
            Participants participants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.participants = participants;
        this.events = events;
        this.clock = clock;
    }

    /** A meeting of this care provider; empty for any other. */
    public Optional<Meeting> find(CareProviderId careProvider, MeetingId id) {
        return jdbc.sql("select * from meetings.meeting where care_provider_id = ? and id = ?")
                .params(careProvider.value(), id.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** A meeting, whoever's it is: for those who have been asked whether they take part. */
    public Optional<Meeting> find(MeetingId id) {
        return jdbc.sql("select * from meetings.meeting where id = ?")
                .params(id.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** One that goes on, which nobody else changes before the transaction is over. */
    Optional<Meeting> locked(MeetingId id) {
        return jdbc.sql("select * from meetings.meeting where id = ? and ended_at is null for update")
                .params(id.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** The meeting that a conversation has become; empty while somebody waits. */
    public Optional<Meeting> of(RetentionUnitId conversation) {
        return jdbc.sql("select * from meetings.meeting where retention_unit_id = ?")
                .params(conversation.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** Those that somebody leads and that go on, parked or not, the longest first. */
    public List<Meeting> ledBy(StaffId chair) {
        return jdbc.sql("""
                        select * from meetings.meeting where chair_staff_id = ? and ended_at is null
                        order by opened_at, id limit ?""")
                .params(chair.value(), MOST_LED)
                .query((row, i) -> read(row))
                .list();
    }

    void open(Meeting meeting) {
        jdbc.sql("""
                        insert into meetings.meeting (id, care_provider_id, care_unit_id, retention_unit_id, kind,
                            chair_staff_id, opened_at) values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        meeting.id().value(),
                        meeting.careProvider().value(),
                        meeting.unit().value(),
                        meeting.conversation().value(),
                        meeting.kind().name(),
                        meeting.chair().value(),
                        meeting.openedAt().atOffset(ZoneOffset.UTC))
                .update();
        conversations.stateChanged(meeting.conversation());
    }

    /**
     * Ends it for everybody: nobody remains and the links are dead. Again on an ended meeting does nothing.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/not-the-chair} for anybody but the chair,
     *     {@code meetings/not-open} for a meeting of another care provider
     */
    @Transactional
    public void end(CareProviderId careProvider, MeetingId id, StaffId by) {
        Meeting meeting = find(careProvider, id).orElseThrow(() -> new MeetingProblem.NotOpen().asException());
        if (!meeting.chair().equals(by)) throw new MeetingProblem.NotTheChair().asException();
        end(meeting, by, Meeting.EndCause.BY_CHAIR);
    }

    /** Ends a meeting that nobody ended, so that every clock that counts from the end starts. */
    @Transactional
    public void endByItself(Meeting meeting, Meeting.EndCause cause) {
        end(meeting, null, cause);
    }

    private void end(Meeting meeting, @Nullable StaffId by, Meeting.EndCause cause) {
        Instant now = clock.instant();
        int ended = jdbc.sql("""
                        update meetings.meeting set ended_at = :now, ended_by_staff_id = :by, end_cause = :cause
                        where id = :id and ended_at is null""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by == null ? null : by.value())
                .param("cause", cause.name())
                .param("id", meeting.id().value())
                .update();
        if (ended == 0) return;
        participants.moveAll(meeting.conversation(), Standing.ADMITTED, Standing.LEFT);
        conversations.close(meeting.conversation(), now);
        events.publishEvent(new MeetingEnded(meeting.id(), meeting.conversation(), now));
    }

    /** All that go on in the installation. */
    public long countOpen() {
        return jdbc.sql("select count(*) from meetings.meeting where ended_at is null")
                .query(Long.class)
                .single();
    }

    static Meeting read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        OffsetDateTime parked = row.getObject("parked_at", OffsetDateTime.class);
        return new Meeting(
                new MeetingId(row.getObject("id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                new CareUnitId(row.getObject("care_unit_id", UUID.class)),
                new RetentionUnitId(row.getObject("retention_unit_id", UUID.class)),
                Meeting.Kind.valueOf(row.getString("kind")),
                new StaffId(row.getObject("chair_staff_id", UUID.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                parked == null ? null : parked.toInstant());
    }
}
