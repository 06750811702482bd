package se.vardmote.journal;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.retention.RetentionUnits;

/** What a note holds before it is signed. */
@Component
public class NoteDrafts {
    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;

    public NoteDrafts(JdbcClient jdbc, RetentionUnits retention, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = new Sealing(retention);
        this.clock = clock;
    }

    /** The latest draft, else the prefilled text. */
    public NoteText text(Duty duty) {
        return jdbc.sql("""
                        select draft, prefilled_at_end, prefilled from journal.duty
                        left join journal.completion on duty_id = duty.id where duty.id = ?""")
                .param(duty.id().value())
                .query((row, i) -> sealing.first(duty, row, NoteText.class, "draft", "prefilled_at_end", "prefilled"))
                .single();
    }

    /** Keeps what has been written so far. A signed duty is left as it is. */
    public void save(Duty duty, NoteText text) {
        jdbc.sql("update journal.duty set draft = ?, draft_saved_at = ? where id = ? and signed_at is null")
                .params(
                        sealing.seal(duty, "draft", text),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        duty.id().value())
                .update();
    }
}
