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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.DutyId;
import se.vardmote.vocabulary.MeetingId;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.StaffId;
import tools.jackson.databind.json.JsonMapper;

/** What must be documented and has not been signed yet, and what has. */
@Component
public class Duties {
    private static final int MOST_SHOWN = 100;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    public Duties(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Opens a duty with the text it begins with; once a meeting. Call in the transaction that ends the meeting. */
    public void open(Duty duty) {
        jdbc.sql("""
                        insert into journal.duty (id, care_provider_id, care_unit_id, client_id, retention_unit_id,
                            meeting_id, staff_id, background, prefilled, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict (meeting_id) do nothing""")
                .params(
                        duty.id().value(),
                        duty.careProvider().value(),
                        duty.unit().value(),
                        duty.client().value(),
                        duty.conversation().value(),
                        duty.meeting().value(),
                        duty.staff().value(),
                        json.writeValueAsString(duty.background()),
                        duty.text(),
                        duty.openedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A duty at this care provider; empty for any other's. */
    public Optional<Duty> find(CareProviderId careProvider, DutyId id) {
        return jdbc.sql("select * from journal.duty where care_provider_id = ? and id = ?")
                .params(careProvider.value(), id.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** The duty of a meeting, signed or not. */
    public Optional<Duty> of(MeetingId meeting) {
        return jdbc.sql("select * from journal.duty where meeting_id = ?")
                .params(meeting.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** What one professional has left to sign at a unit, oldest first. */
    public List<Duty> toSign(CareProviderId careProvider, CareUnitId unit, StaffId staff) {
        return jdbc.sql("""
                        select * from journal.duty
                        where care_provider_id = ? and care_unit_id = ? and staff_id = ? and signed_at is null
                        order by opened_at limit ?""")
                .params(careProvider.value(), unit.value(), staff.value(), MOST_SHOWN)
                .query((row, i) -> read(row))
                .list();
    }

    /** Keeps what has been written so far. A signed duty is left as it is. */
    public void saveDraft(DutyId id, String text) {
        jdbc.sql("update journal.duty set draft = ?, draft_saved_at = ? where id = ? and signed_at is null")
                .params(text, clock.instant().atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    void signed(DutyId id, Instant at) {
        jdbc.sql("update journal.duty set signed_at = ? where id = ? and signed_at is null")
                .params(at.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    /** Locks the duty for the rest of the transaction, so that two signatures get two versions. */
    void lock(DutyId id) {
        jdbc.sql("select id from journal.duty where id = ? for update")
                .params(id.value())
                .query(UUID.class)
                .single();
    }

    private Duty read(ResultSet row) throws SQLException {
        String draft = row.getString("draft");
        return new Duty(
                new DutyId(row.getObject("id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                new CareUnitId(row.getObject("care_unit_id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                new RetentionUnitId(row.getObject("retention_unit_id", UUID.class)),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                new StaffId(row.getObject("staff_id", UUID.class)),
                json.readValue(row.getString("background"), DutyBackground.class),
                draft == null ? row.getString("prefilled") : draft,
                instant(row, "draft_saved_at"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "signed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
