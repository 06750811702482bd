package se.vardmote.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.RetentionUnitId;

/** "Att göra": what professionals ask care workers to do in a call, encrypted under the conversation's key. */
@Component
public class Instructions {
    private static final int MOST_SHOWN = 50;

    private final JdbcClient jdbc;
    private final RetentionUnits retention;
    private final Conversations conversations;
    private final Clock clock;

    Instructions(JdbcClient jdbc, RetentionUnits retention, Conversations conversations, Clock clock) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.conversations = conversations;
        this.clock = clock;
    }

    /**
     * Asks. The same id again changes nothing.
     *
     * @throws se.vardmote.platform.ProblemException {@code meetings/instruction-not-sent} when empty or too long,
     *     {@code meetings/not-open} when the call has ended
     */
    @Transactional
    public void write(RetentionUnitId conversation, ParticipantId by, UUID id, String typed) {
        String text = typed.replace("\r\n", "\n").strip();
        if (text.isEmpty()
                || text.length() > Instruction.LONGEST
                || text.lines().count() > Instruction.MOST_LINES) {
            throw new MeetingProblem.InstructionNotSent(Instruction.MOST_LINES, Instruction.LONGEST).asException();
        }
        conversations.mustBeOpen(conversation);
        int written = jdbc.sql("""
                        insert into meetings.instruction (id, care_provider_id, retention_unit_id, sealed, written_by, written_at)
                        select :id, care_provider_id, retention_unit_id, :sealed, :by, :at from meetings.conversation
                        where retention_unit_id = :conversation on conflict (id) do nothing""")
                .param("id", id)
                .param("sealed", retention.encrypt(conversation, field(id), text))
                .param("by", by.value())
                .param("at", now())
                .param("conversation", conversation.value())
                .update();
        if (written > 0) conversations.changed(conversation);
    }

    /** The first who says so counts; again does nothing. */
    @Transactional
    public void understand(RetentionUnitId conversation, ParticipantId by, UUID id) {
        conversations.mustBeOpen(conversation);
        int understood = jdbc.sql("""
                        update meetings.instruction set understood_by = :by, understood_at = :at
                        where id = :id and retention_unit_id = :conversation and understood_at is null""")
                .param("by", by.value())
                .param("at", now())
                .param("id", id)
                .param("conversation", conversation.value())
                .update();
        if (understood > 0) conversations.changed(conversation);
    }

    /** All of a call, earliest first. */
    public List<Instruction> of(RetentionUnitId conversation) {
        return jdbc.sql("""
                        select * from meetings.instruction where retention_unit_id = ? order by written_at, id limit ?""")
                .params(conversation.value(), MOST_SHOWN)
                .query((row, i) -> read(conversation, row))
                .list();
    }

    private Instruction read(RetentionUnitId conversation, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID understoodBy = row.getObject("understood_by", UUID.class);
        OffsetDateTime understoodAt = row.getObject("understood_at", OffsetDateTime.class);
        return new Instruction(
                id,
                new ParticipantId(row.getObject("written_by", UUID.class)),
                retention.decrypt(conversation, field(id), row.getBytes("sealed")),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                understoodBy == null ? null : new ParticipantId(understoodBy),
                understoodAt == null ? null : understoodAt.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String field(UUID id) {
        return "instruction." + id;
    }
}
