package se.vardmote.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.StaffMember;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.NoteId;
import se.vardmote.vocabulary.Profession;

/** Signed texts. What is signed is never changed: a correction is a new version (patientdatalagen 3:14). */
@Component
public class Notes {
    private static final int MOST_SHOWN = 200;
    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Duties duties;
    private final Clock clock;

    public Notes(JdbcClient jdbc, RetentionUnits retention, Duties duties, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = new Sealing(retention);
        this.duties = duties;
        this.clock = clock;
    }

    /**
     * Signs: the first time the note, then corrections, each a version of its own that shows who and when. The duty is
     * done with the first. What is signed already, word for word, is not signed again.
     */
    @Transactional
    public void sign(Duty duty, NoteText text, StaffMember by) {
        duties.lock(duty.id());
        if (latest(duty).map(Note::text).filter(text::equals).isPresent()) return;
        Instant now = clock.instant();
        NoteId id = NoteId.next();
        jdbc.sql("""
                        insert into journal.note (id, care_provider_id, duty_id, version, text, signed_by_staff_id,
                            signed_by_name, signed_by_profession, signed_at)
                        values (?, ?, ?, (select count(*) + 1 from journal.note where duty_id = ?), ?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        duty.careProvider().value(),
                        duty.id().value(),
                        duty.id().value(),
                        sealing.seal(duty, place(id), text),
                        by.staff().value(),
                        by.name(),
                        by.profession().name(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
        duties.signed(duty, now);
    }

    /** What has been signed, the latest version first. */
    public List<Note> of(Duty duty) {
        return read(duty, MOST_SHOWN);
    }

    /** The note as it stands now; empty before the first signature. */
    public Optional<Note> latest(Duty duty) {
        return read(duty, 1).stream().findFirst();
    }

    private List<Note> read(Duty duty, int most) {
        return jdbc.sql("""
                        select *, organisation.shown_name(signed_by_staff_id, signed_by_name) as signed_by
                        from journal.note where duty_id = ? order by version desc limit ?""")
                .params(duty.id().value(), most)
                .query((row, i) -> read(duty, row))
                .list();
    }

    private Note read(Duty duty, ResultSet row) throws SQLException {
        var id = new NoteId(row.getObject("id", UUID.class));
        return new Note(
                id,
                row.getInt("version"),
                sealing.unseal(duty, place(id), row.getBytes("text"), NoteText.class),
                row.getString("signed_by"),
                Profession.valueOf(row.getString("signed_by_profession")),
                row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }

    private static String place(NoteId id) {
        return "note." + id;
    }
}
