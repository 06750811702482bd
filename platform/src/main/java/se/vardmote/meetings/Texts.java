package se.vardmote.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.RetentionUnitId;

/** The written lines of conversations, encrypted under the conversation's key. */
@Component
public class Texts {
    /** The longest answer of {@link #after}: as many as this may be followed by more. */
    public static final int MOST_AT_ONCE = 500;

    /** Far more than people write in a call, and no more than a page can show when it comes back. */
    static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final RetentionUnits retention;
    private final Conversations conversations;
    private final Clock clock;

    Texts(JdbcClient jdbc, RetentionUnits retention, Conversations conversations, Clock clock) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.conversations = conversations;
        this.clock = clock;
    }

    /**
     * Keeps a line. The same key again changes nothing: a page that heard no answer may send it as often as it likes.
     *
     * @return false when it had been kept already
     * @throws se.vardmote.platform.ProblemException {@code meetings/text-not-sent} when empty or too long,
     *     {@code meetings/not-open} when the conversation has closed, {@code meetings/too-much-said} after {@value #MOST} lines
     */
    @Transactional
    public boolean say(RetentionUnitId unit, ParticipantId author, UUID key, String text) {
        if (text.isBlank() || text.length() > Text.LONGEST) {
            throw new MeetingProblem.TextNotSent(Text.LONGEST).asException();
        }
        byte[] sealed = retention.encrypt(unit, field(key), text);
        long sequence = lockAndCount(unit);
        if (withKey(unit, key).isPresent()) return false;
        if (sequence > MOST) throw new MeetingProblem.TooMuchSaid().asException();
        jdbc.sql("""
                        insert into meetings.text (care_provider_id, retention_unit_id, sequence, key, author_id, sealed, said_at)
                        select care_provider_id, retention_unit_id, :sequence, :key, :author, :sealed, :at
                        from meetings.conversation where retention_unit_id = :unit""")
                .param("sequence", sequence)
                .param("key", key)
                .param("author", author.value())
                .param("sealed", sealed)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("unit", unit.value())
                .update();
        jdbc.sql("update meetings.conversation set last_sequence = ? where retention_unit_id = ?")
                .params(sequence, unit.value())
                .update();
        conversations.changed(unit);
        return true;
    }

    /** Lines after a place, oldest first, at most {@value #MOST_AT_ONCE}. */
    public List<Text> after(RetentionUnitId unit, long sequence) {
        return jdbc.sql("""
                        select * from meetings.text where retention_unit_id = ? and sequence > ?
                        order by sequence limit ?""")
                .params(unit.value(), sequence, MOST_AT_ONCE)
                .query((row, i) -> read(unit, row))
                .list();
    }

    private Text read(RetentionUnitId unit, ResultSet row) throws SQLException {
        UUID key = row.getObject("key", UUID.class);
        return new Text(
                row.getLong("sequence"),
                key,
                new ParticipantId(row.getObject("author_id", UUID.class)),
                retention.decrypt(unit, field(key), row.getBytes("sealed")),
                row.getObject("said_at", OffsetDateTime.class).toInstant());
    }

    /** Each line has a place of its own, so that two lines of a call cannot change places unnoticed. */
    private static String field(UUID key) {
        return "text." + key;
    }

    /** A line that was kept, by its key. */
    public Optional<Text> withKey(RetentionUnitId unit, UUID key) {
        return jdbc.sql("select * from meetings.text where retention_unit_id = ? and key = ?")
                .params(unit.value(), key)
                .query((row, i) -> read(unit, row))
                .optional();
    }

    /** The row lock makes the order of places the order of commits: who has read n has missed nothing before n. */
    private long lockAndCount(RetentionUnitId unit) {
        return jdbc.sql("""
                        select last_sequence + 1 from meetings.conversation
                        where retention_unit_id = ? and closed_at is null for update""")
                .params(unit.value())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new MeetingProblem.NotOpen().asException());
    }
}
