package se.vardmote.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.Identification;
import se.vardmote.vocabulary.ParticipantId;
import se.vardmote.vocabulary.Profession;
import se.vardmote.vocabulary.RetentionUnitId;
import se.vardmote.vocabulary.SeatId;
import se.vardmote.vocabulary.StaffId;

/** The people of a conversation. Names are encrypted under the conversation's own key. */
@Component
public class Participants {
    private final JdbcClient jdbc;
    private final RetentionUnits retention;
    private final Clock clock;

    Participants(JdbcClient jdbc, RetentionUnits retention, Clock clock) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.clock = clock;
    }

    /** Adds a person; staff who is there already stays the same participant and is in again. */
    public void add(RetentionUnitId unit, CareProviderId careProvider, Participant person) {
        jdbc.sql("""
                        insert into meetings.participant (id, care_provider_id, retention_unit_id, role, name_sealed,
                            profession, identification, standing, seat_id, staff_id, joined_at)
                        values (:id, :provider, :unit, :role, :name, :profession, :identification, :standing, :seat, :staff, :now)
                        on conflict (retention_unit_id, staff_id) do update set standing = excluded.standing, left_at = null""")
                .param("id", person.id().value())
                .param("provider", careProvider.value())
                .param("unit", unit.value())
                .param("role", person.role().name())
                .param("name", retention.encrypt(unit, nameOf(person.id()), person.name()))
                .param(
                        "profession",
                        person.profession() == null ? null : person.profession().name())
                .param("identification", person.identification().name())
                .param("standing", person.standing().name())
                .param("seat", person.seat() == null ? null : person.seat().value())
                .param("staff", person.staff() == null ? null : person.staff().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Everybody who is or was there, in the order they came. */
    public List<Participant> of(RetentionUnitId unit) {
        return jdbc.sql("select * from meetings.participant where retention_unit_id = ? order by id limit 200")
                .params(unit.value())
                .query((row, i) -> read(unit, row))
                .list();
    }

    /** The person who holds a seat first of all (the care worker, not the patient beside), or the member of staff. */
    Optional<Participant> sittingAt(RetentionUnitId unit, Attendee attendee) {
        return of(unit).stream().filter(attendee::is).findFirst();
    }

    /** Whether somebody of the staff is in. */
    boolean isIn(RetentionUnitId unit, StaffId staff) {
        return of(unit).stream()
                .anyMatch(person -> staff.equals(person.staff()) && person.standing() == Standing.ADMITTED);
    }

    /** Moves everybody with one standing to another. */
    void moveAll(RetentionUnitId unit, Standing from, Standing to) {
        jdbc.sql("""
                        update meetings.participant set standing = :to, left_at = case when :to = 'LEFT' then :now else left_at end
                        where retention_unit_id = :unit and standing = :from""")
                .param("to", to.name())
                .param("from", from.name())
                .param("unit", unit.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of one connection leave or come back. */
    void move(RetentionUnitId unit, Attendee attendee, Standing from, Standing to) {
        of(unit).stream()
                .filter(attendee::is)
                .filter(person -> person.standing() == from)
                .forEach(person -> jdbc.sql("""
                                update meetings.participant set standing = :to, left_at = case when :to = 'LEFT' then :now else null end
                                where id = :id""")
                        .param("to", to.name())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", person.id().value())
                        .update());
    }

    /** It turned out to be somebody else. Call while the content is there. */
    public void namePatient(RetentionUnitId unit, String name) {
        of(unit).stream()
                .filter(person -> person.role() == ParticipantRole.PATIENT)
                .forEach(person -> jdbc.sql("update meetings.participant set name_sealed = ? where id = ?")
                        .params(
                                retention.encrypt(unit, nameOf(person.id()), name),
                                person.id().value())
                        .update());
    }

    private Participant read(RetentionUnitId unit, ResultSet row) throws SQLException {
        UUID seat = row.getObject("seat_id", UUID.class);
        UUID staff = row.getObject("staff_id", UUID.class);
        var id = new ParticipantId(row.getObject("id", UUID.class));
        return new Participant(
                id,
                ParticipantRole.valueOf(row.getString("role")),
                retention.decrypt(unit, nameOf(id), row.getBytes("name_sealed")),
                profession(row.getString("profession")),
                Identification.valueOf(row.getString("identification")),
                Standing.valueOf(row.getString("standing")),
                seat == null ? null : new SeatId(seat),
                staff == null ? null : new StaffId(staff));
    }

    private static String nameOf(ParticipantId id) {
        return "participant-name." + id;
    }

    private static @Nullable Profession profession(@Nullable String name) {
        return name == null ? null : Profession.valueOf(name);
    }
}
