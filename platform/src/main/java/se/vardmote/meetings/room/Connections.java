package se.vardmote.meetings.room;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.meetings.Attendance;
import se.vardmote.meetings.Attendee;
import se.vardmote.vocabulary.ConnectionId;
import se.vardmote.vocabulary.RetentionUnitId;

/** The rows of pages' connections: who is there, on which node, in which epoch. */
@Component
class Connections {
    /** A node that has not been heard of for so long has lost its pages. */
    static final Duration SILENCE = Attendance.SILENCE;

    private final String node = UUID.randomUUID().toString();
    private final JdbcClient jdbc;
    private final Clock clock;

    Connections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A connection that is open.
     *
     * @param ours its page hangs on this node
     * @param away its page has said that its screen is locked or shows something else
     */
    record Row(
            ConnectionId id,
            Attendee attendee,
            long epoch,
            boolean ours,
            boolean present,
            boolean away,
            TrackState microphone,
            TrackState camera) {}

    /** Belongs to whoever owns the conversation, also where a colleague of another care provider is in it. */
    ConnectionId open(RetentionUnitId unit, Attendee attendee) {
        var id = ConnectionId.next();
        jdbc.sql("""
                        insert into meetings.connection (id, care_provider_id, retention_unit_id, seat_id, staff_id, epoch,
                            node, opened_at, beat_at)
                        select :id, care_provider_id, retention_unit_id, :seat::uuid, :staff::uuid, 1, :node, :now, :now
                        from meetings.conversation where retention_unit_id = :unit""")
                .param("id", id.value())
                .param("unit", unit.value())
                .param("seat", attendee.seatColumn())
                .param("staff", attendee.staffColumn())
                .param("node", node)
                .param("now", now())
                .update();
        return id;
    }

    /** Takes a connection over to this node under the next epoch; empty when it is closed or somebody else's. */
    Optional<Long> claim(ConnectionId id, RetentionUnitId unit, Attendee attendee) {
        return jdbc.sql("""
                        update meetings.connection set epoch = epoch + 1, node = :node, lost_at = null, away_at = null, beat_at = :now,
                            microphone = 'off', camera = 'off'
                        where id = :id and retention_unit_id = :unit and closed_at is null
                            and seat_id is not distinct from :seat::uuid and staff_id is not distinct from :staff::uuid
                        returning epoch""")
                .param("node", node)
                .param("now", now())
                .param("id", id.value())
                .param("unit", unit.value())
                .param("seat", attendee.seatColumn())
                .param("staff", attendee.staffColumn())
                .query(Long.class)
                .optional();
    }

    /** Fails when another node has taken the connection over: its epoch is not ours to count. */
    long nextEpoch(ConnectionId id) {
        return jdbc.sql("update meetings.connection set epoch = epoch + 1 where id = ? and node = ? returning epoch")
                .params(id.value(), node)
                .query(Long.class)
                .single();
    }

    void tracks(ConnectionId id, TrackState microphone, TrackState camera) {
        jdbc.sql("update meetings.connection set microphone = ?, camera = ? where id = ?")
                .params(microphone.word(), camera.word(), id.value())
                .update();
    }

    void away(ConnectionId id, boolean away) {
        jdbc.sql("update meetings.connection set away_at = :since::timestamptz where id = :id")
                .param("since", away ? now() : null)
                .param("id", id.value())
                .update();
    }

    void lost(ConnectionId id) {
        jdbc.sql("update meetings.connection set lost_at = ? where id = ? and closed_at is null and node = ?")
                .params(now(), id.value(), node)
                .update();
    }

    void back(ConnectionId id) {
        jdbc.sql("update meetings.connection set lost_at = null, away_at = null, beat_at = ? where id = ?")
                .params(now(), id.value())
                .update();
    }

    void close(ConnectionId id) {
        jdbc.sql("update meetings.connection set closed_at = ? where id = ? and closed_at is null")
                .params(now(), id.value())
                .update();
    }

    /**
     * Closes it unless another node has taken it over since. Whoever has said that the screen is locked is still awaited:
     * the others go on reading why.
     */
    void giveUp(ConnectionId id) {
        jdbc.sql("""
                        update meetings.connection set closed_at = ?
                        where id = ? and closed_at is null and node = ? and away_at is null""").params(now(), id.value(), node).update();
    }

    /** Says that this node lives, for all its pages in one statement, and that something can be written again. */
    void beat() {
        jdbc.sql("""
                        update meetings.pulse set beat_at = :now, since = case when beat_at < :broken then :now else since end
                        where beat_at < :now""").param("now", now()).param("broken", now().minus(SILENCE)).update();
        jdbc.sql("update meetings.connection set beat_at = ? where node = ? and closed_at is null and lost_at is null")
                .params(now(), node)
                .update();
    }

    /** Those of a conversation that are open, newest last. */
    List<Row> of(RetentionUnitId unit) {
        return jdbc.sql("""
                        select id, seat_id, staff_id, epoch, microphone, camera, node = :node as ours,
                            lost_at is null and beat_at > :silent as present, away_at is not null as away
                        from meetings.connection
                        where retention_unit_id = :unit and closed_at is null order by id limit 200""")
                .param("node", node)
                .param("silent", now().minus(SILENCE))
                .param("unit", unit.value())
                .query((row, i) -> new Row(
                        new ConnectionId(row.getObject("id", UUID.class)),
                        Attendee.of(row.getObject("seat_id", UUID.class), row.getObject("staff_id", UUID.class)),
                        row.getLong("epoch"),
                        row.getBoolean("ours"),
                        row.getBoolean("present"),
                        row.getBoolean("away"),
                        TrackState.of(row.getString("microphone")),
                        TrackState.of(row.getString("camera"))))
                .list();
    }

    /** Conversations that are still open: what the media server may hold rooms for. */
    List<UUID> openConversations() {
        return jdbc.sql("select retention_unit_id from meetings.conversation where closed_at is null limit 10000")
                .query(UUID.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
