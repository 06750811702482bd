package se.vardmote.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** The people of a conversation. Names are encrypted under its own key; those of staff are read as they are shown now. */
@Component
public class Participants {
    /** Of a participant {@code p}, as {@link #read} takes it. */
    private static final String SELECT = """
            select p.*, organisation.shown_name(p.staff_id, null) as staff_name,
                organisation.shown_name(p.vouched_by_staff_id, p.vouched_by_name) as vouched_by
            from meetings.participant p\s""";

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
        add(unit, careProvider, person, null);
    }

    /** @param shown what the same person shows each time; null when nothing of the kind is known */
    void add(RetentionUnitId unit, CareProviderId careProvider, Participant person, @Nullable String shown) {
        jdbc.sql("""
                        insert into meetings.participant (id, care_provider_id, retention_unit_id, role, name_sealed, person_sealed,
                            profession, identification, standing, seat_id, staff_id, joined_at)
                        values (:id, :provider, :unit, :role, :name, :person, :profession, :identification, :standing, :seat, :staff,
                            :now)
                        on conflict (retention_unit_id, staff_id) do update set standing = excluded.standing, left_at = null""")
                .param("id", person.id().value())
                .param("provider", careProvider.value())
                .param("unit", unit.value())
                .param("role", person.role().name())
                .param("name", retention.encrypt(unit, nameOf(person.id()), person.name()))
                .param("person", sealed(unit, person.id(), shown), Types.BINARY)
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
        return jdbc.sql(SELECT + "where retention_unit_id = ? order by id limit 200")
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
                        update meetings.participant set standing = :to, left_at = case when :to = 'LEFT' then :now else left_at end,
                            admitted_at = case when :to = 'ADMITTED' then :now else admitted_at end
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

    /** Who has been in is in again; a guest who never was waits again. */
    void comeBack(RetentionUnitId unit, Attendee attendee) {
        jdbc.sql("""
                        update meetings.participant set left_at = null,
                            standing = case when seat_id is null or admitted_at is not null then 'ADMITTED' else 'WAITING' end
                        where retention_unit_id = :unit and standing = 'LEFT'
                            and (seat_id = cast(:seat as uuid) or staff_id = cast(:staff as uuid))""")
                .param("unit", unit.value())
                .param("seat", attendee.seatColumn(), Types.OTHER)
                .param("staff", attendee.staffColumn(), Types.OTHER)
                .update();
    }

    /** One of those who wait is in; false when they do not wait any longer. */
    boolean admit(RetentionUnitId unit, ParticipantId person) {
        return jdbc.sql("""
                        update meetings.participant set standing = 'ADMITTED', admitted_at = ?
                        where retention_unit_id = ? and standing = 'WAITING' and seat_id = (
                            select seat_id from meetings.participant where id = ?)""")
                        .params(clock.instant().atOffset(ZoneOffset.UTC), unit.value(), person.value())
                        .update()
                > 0;
    }

    /** What whoever is there has shown; empty when nothing lasting is known of them. */
    Optional<String> personBehind(RetentionUnitId unit, Participant person) {
        return jdbc.sql("""
                        select person_sealed from meetings.participant
                        where id = ? and retention_unit_id = ? and person_sealed is not null""")
                .params(person.id().value(), unit.value())
                .query(byte[].class)
                .optional()
                .map(kept -> retention.decrypt(unit, personOf(person.id()), kept));
    }

    /** Whether a guest has shown to be who is there. */
    boolean isPerson(RetentionUnitId unit, Participant person, GuestAttendee guest) {
        return personBehind(unit, person)
                .filter(known -> known.equals(guest.person()))
                .isPresent();
    }

    /** A guest has come anew, known by this now; whoever vouched for who was there before has not seen them. */
    void comesAnew(RetentionUnitId unit, Participant person, GuestAttendee guest, SeatId seat, boolean same) {
        jdbc.sql("""
                        update meetings.participant set identification = :known, name_sealed = :name, person_sealed = :person,
                            seat_id = :seat, joined_at = case when :same then joined_at else :now end,
                            vouched_by_staff_id = null, vouched_by_name = null, vouched_how = null, left_at = null,
                            standing = case when :same and admitted_at is not null then 'ADMITTED' else 'WAITING' end,
                            admitted_at = case when :same then admitted_at end
                        where id = :id and retention_unit_id = :unit""")
                .param("known", guest.known().name())
                .param("name", retention.encrypt(unit, nameOf(person.id()), guest.name()))
                .param("person", sealed(unit, person.id(), guest.person()), Types.BINARY)
                .param("seat", seat.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("same", same)
                .param("id", person.id().value())
                .param("unit", unit.value())
                .update();
    }

    /** False when the person is none that one can vouch for. */
    boolean vouch(RetentionUnitId unit, ParticipantId person, StaffId by, String name, Vouching.How how) {
        return jdbc.sql("""
                        update meetings.participant set identification = 'VOUCHED_FOR', vouched_by_staff_id = :by,
                            vouched_by_name = :name, vouched_how = :how
                        where id = :id and retention_unit_id = :unit and seat_id is not null
                            and identification in ('NOT_IDENTIFIED', 'ONE_TIME_CODE', 'PHONE_ONLY')
                            and standing in ('WAITING', 'ADMITTED')""")
                        .param("by", by.value())
                        .param("name", name)
                        .param("how", how.name())
                        .param("id", person.value())
                        .param("unit", unit.value())
                        .update()
                == 1;
    }

    /** Those who wait by a link of their own, in some conversations. */
    public Map<RetentionUnitId, List<Participant>> guestsWaiting(Collection<RetentionUnitId> units) {
        if (units.isEmpty()) return Map.of();
        return jdbc
                .sql(SELECT + """
                        join meetings.seat s on s.id = p.seat_id
                        where p.retention_unit_id = any(?) and p.standing = 'WAITING' and s.guest_link_id is not null
                        order by p.id""")
                .params((Object) units.stream().map(RetentionUnitId::value).toArray(UUID[]::new))
                .query((row, i) -> {
                    var unit = new RetentionUnitId(row.getObject("retention_unit_id", UUID.class));
                    return Map.entry(unit, read(unit, row));
                })
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
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
        String kept = retention.decrypt(unit, nameOf(id), row.getBytes("name_sealed"));
        return new Participant(
                id,
                ParticipantRole.valueOf(row.getString("role")),
                Objects.requireNonNullElse(row.getString("staff_name"), kept),
                profession(row.getString("profession")),
                Identification.valueOf(row.getString("identification")),
                Standing.valueOf(row.getString("standing")),
                seat == null ? null : new SeatId(seat),
                staff == null ? null : new StaffId(staff),
                row.getString("vouched_by"),
                row.getObject("admitted_at") != null);
    }

    private static String nameOf(ParticipantId id) {
        return "participant-name." + id;
    }

    private static String personOf(ParticipantId id) {
        return "participant-person." + id;
    }

    private byte @Nullable [] sealed(RetentionUnitId unit, ParticipantId id, @Nullable String person) {
        return person == null ? null : retention.encrypt(unit, personOf(id), person);
    }

    private static @Nullable Profession profession(@Nullable String name) {
        return name == null ? null : Profession.valueOf(name);
    }
}
