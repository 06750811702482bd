package se.vardmote.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.RetentionUnitId;

/** Emergencies in calls: one press, and the call goes on (R1-11). */
@Component
public class Emergencies {
    private static final int MOST_SHOWN = 50;

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Emergencies(JdbcClient jdbc, Conversations conversations, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.events = events;
        this.clock = clock;
    }

    /** An emergency that stands in a call that goes on, maybe while its chair is away from it. */
    public record GoingOn(RetentionUnitId conversation, boolean parked, Emergency emergency) {}

    /**
     * Somebody presses. The same press again, or another while one stands, changes nothing.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/not-open} when the call has ended
     */
    @Transactional
    public void press(RetentionUnitId conversation, ParticipantId by, UUID id) {
        conversations.mustBeOpen(conversation);
        int pressed = jdbc.sql("""
                        insert into meetings.emergency (id, care_provider_id, retention_unit_id, pressed_by, pressed_at)
                        select :id, care_provider_id, retention_unit_id, :by, :at from meetings.conversation
                        where retention_unit_id = :conversation on conflict do nothing""")
                .param("id", id)
                .param("by", by.value())
                .param("at", now())
                .param("conversation", conversation.value())
                .update();
        if (pressed > 0) tell(conversation);
    }

    /** It was none: the first who says so counts, and both times stay. Again does nothing. */
    @Transactional
    public void takeBack(RetentionUnitId conversation, ParticipantId by, UUID id) {
        conversations.mustBeOpen(conversation);
        int closed = jdbc.sql("""
                        update meetings.emergency set closed_by = :by, closed_at = :at
                        where id = :id and retention_unit_id = :conversation and closed_at is null""")
                .param("by", by.value())
                .param("at", now())
                .param("id", id)
                .param("conversation", conversation.value())
                .update();
        if (closed > 0) tell(conversation);
    }

    /** All of a call, earliest first. */
    public List<Emergency> of(RetentionUnitId conversation) {
        return jdbc.sql("select * from meetings.emergency where retention_unit_id = ? order by pressed_at limit ?")
                .params(conversation.value(), MOST_SHOWN)
                .query((row, i) -> read(row))
                .list();
    }

    /** Those that stand in the calls of some units that go on, earliest first. */
    public List<GoingOn> goingOnAt(CareProviderId careProvider, Collection<CareUnitId> units) {
        return jdbc.sql("""
                        select emergency.*, parked_at is not null as parked from meetings.emergency
                        join meetings.meeting on meeting.retention_unit_id = emergency.retention_unit_id
                        where meeting.care_provider_id = ? and meeting.care_unit_id = any(?) and meeting.ended_at is null
                            and emergency.closed_at is null
                        order by pressed_at limit ?""")
                .params(
                        careProvider.value(),
                        units.stream().map(CareUnitId::value).toArray(UUID[]::new),
                        MOST_SHOWN)
                .query((row, i) -> new GoingOn(
                        new RetentionUnitId(row.getObject("retention_unit_id", UUID.class)),
                        row.getBoolean("parked"),
                        read(row)))
                .list();
    }

    private void tell(RetentionUnitId conversation) {
        conversations.changed(conversation);
        events.publishEvent(new EmergencyChanged(conversation));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Emergency read(ResultSet row) throws SQLException {
        UUID closedBy = row.getObject("closed_by", UUID.class);
        return new Emergency(
                row.getObject("id", UUID.class),
                new ParticipantId(row.getObject("pressed_by", UUID.class)),
                row.getObject("pressed_at", OffsetDateTime.class).toInstant(),
                closedBy == null ? null : new ParticipantId(closedBy),
                instant(row.getObject("closed_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
