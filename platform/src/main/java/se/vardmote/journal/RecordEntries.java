package se.vardmote.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.StaffMember;
import se.vardmote.vocabulary.RecordEntryId;

/** Which notes stand in the record system too, by whose word. What was said is never changed: a new mark corrects it. */
@Component
public class RecordEntries {
    private static final int MOST_SHOWN = 50;
    private final JdbcClient jdbc;
    private final Duties duties;
    private final Clock clock;

    public RecordEntries(JdbcClient jdbc, Duties duties, Clock clock) {
        this.jdbc = jdbc;
        this.duties = duties;
        this.clock = clock;
    }

    /** The latest signed version stands in this system now. An unsigned note cannot. */
    @Transactional
    public void enter(Duty duty, String system, StaffMember by) {
        mark(duty, system, by);
    }

    /** It was marked by mistake: it does not stand there. */
    @Transactional
    public void takeBack(Duty duty, StaffMember by) {
        mark(duty, null, by);
    }

    private void mark(Duty duty, @Nullable String system, StaffMember by) {
        duties.lock(duty.id());
        Instant now = clock.instant();
        int marked = jdbc.sql("""
                        insert into journal.record_entry (id, care_provider_id, duty_id, note_version, system,
                            marked_by_staff_id, marked_by_name, marked_at)
                        select :id, care_provider_id, duty_id, max(version), :system, :staff, :name, :now
                        from journal.note where duty_id = :duty group by care_provider_id, duty_id""")
                .param("id", RecordEntryId.next().value())
                .param("system", system, Types.VARCHAR)
                .param("staff", by.staff().value())
                .param("name", by.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("duty", duty.id().value())
                .update();
        if (marked == 1) duties.entered(duty, system == null ? null : now);
    }

    /** What has been said about this note, the latest first. */
    public List<RecordEntry> of(Duty duty) {
        return jdbc.sql("""
                        select *, organisation.shown_name(marked_by_staff_id, marked_by_name) as marked_by
                        from journal.record_entry where duty_id = ? order by id desc limit ?""")
                .params(duty.id().value(), MOST_SHOWN)
                .query((row, i) -> read(row))
                .list();
    }

    /** Where this professional last entered a note: most likely the same again. */
    public Optional<String> systemLastUsedBy(StaffMember staff) {
        return jdbc.sql("""
                        select system from journal.record_entry
                        where care_provider_id = ? and marked_by_staff_id = ? and system is not null
                        order by id desc limit 1""")
                .params(staff.careProvider().value(), staff.staff().value())
                .query(String.class)
                .optional();
    }

    private static RecordEntry read(ResultSet row) throws SQLException {
        return new RecordEntry(
                row.getInt("note_version"),
                row.getString("system"),
                row.getString("marked_by"),
                row.getObject("marked_at", OffsetDateTime.class).toInstant());
    }
}
