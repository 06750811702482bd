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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.ActorKind;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.clients.Client;
import se.vardmote.clients.Clients;
import se.vardmote.retention.RetentionUnits;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;

/** Whose call it was: confirmed before anything is saved, and corrected with a trace at both when it was somebody else's. */
@Component
public class RightPatient {
    private static final int MOST_SHOWN = 50;

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Duties duties;
    private final RecordEntries entries;
    private final Clients clients;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public RightPatient(
            JdbcClient jdbc,
            RetentionUnits retention,
            Duties duties,
            RecordEntries entries,
            Clients clients,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.sealing = new Sealing(retention);
        this.duties = duties;
        this.entries = entries;
        this.clients = clients;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Who said that it is the right patient, and when. */
    public record Confirmation(String by, Instant at) {}

    /**
     * A call that was moved, as it is told at one of the two patients: without the other.
     *
     * @param away it stood at this patient before; else it came here
     * @param call when it began
     */
    public record Move(boolean away, Instant call, String by, Instant at) {}

    /** What was wrong; its names and numbers are shown in no text. */
    record Said(String reason, String fromName, String toName) {
        @Override
        public String toString() {
            return "Said[]";
        }
    }

    /** On record first. The first who confirms counts; again does nothing. */
    @Transactional
    public void confirm(Duty duty, StaffMember by) {
        record(duty, duty.client(), "confirm-identity", by);
        jdbc.sql("""
                        insert into journal.identity_confirmation (duty_id, client_id, care_provider_id,
                            confirmed_by_staff_id, confirmed_by_name, confirmed_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        duty.id().value(),
                        duty.client().value(),
                        duty.careProvider().value(),
                        by.staff().value(),
                        by.name(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Of the patient whom the duty has now; empty before that, and again after a move. */
    public Optional<Confirmation> confirmation(Duty duty) {
        return jdbc.sql("""
                        select organisation.shown_name(confirmed_by_staff_id, confirmed_by_name) as confirmed_by, confirmed_at
                        from journal.identity_confirmation
                        where duty_id = ? and client_id = ?""")
                .params(duty.id().value(), duty.client().value())
                .query((row, i) -> new Confirmation(row.getString("confirmed_by"), instant(row, "confirmed_at")))
                .optional();
    }

    /**
     * Moves the whole call, with note, versions and pictures, to somebody else. What was marked as entered in the record
     * system stood at the wrong patient there, and is marked as not entered.
     *
     * @return false when that is the patient whom it has already
     */
    @Transactional
    public boolean move(Duty duty, PersonId identity, PersonName name, String reason, StaffMember by) {
        duties.lock(duty.id());
        Client from = clients.find(duty.careProvider(), duty.client()).orElseThrow();
        if (from.identity().equals(identity)) return false;
        ClientId to = clients.register(duty.careProvider(), identity, name);
        record(duty, from.id(), "move-from", by);
        record(duty, to, "move-to", by);
        write(duty, new Said(reason, from.name().value(), name.value()), to, by);
        jdbc.sql("update journal.duty set client_id = ? where id = ?")
                .params(to.value(), duty.id().value())
                .update();
        if (duty.entered()) entries.takeBack(duty, by);
        events.publishEvent(new IdentityCorrected(duty.careProvider(), duty.conversation(), from.id(), to));
        return true;
    }

    /** Where a call has stood, earliest first. */
    public List<IdentityCorrection> of(Duty duty) {
        return jdbc.sql("""
                        select *, organisation.shown_name(corrected_by_staff_id, corrected_by_name) as corrected_by
                        from journal.identity_correction where duty_id = ? order by corrected_at limit ?""")
                .params(duty.id().value(), MOST_SHOWN)
                .query((row, i) -> read(duty, row))
                .list();
    }

    /** A unit's calls that were moved from a client or to them, earliest first: the trace stands at both. */
    public List<Move> movedAt(Client client, CareUnitId unit) {
        return jdbc.sql("""
                        select from_client_id = :client as away, corrected_at, opened_at,
                            organisation.shown_name(corrected_by_staff_id, corrected_by_name) as corrected_by
                        from journal.identity_correction c join journal.duty on duty.id = duty_id
                        where c.care_provider_id = :provider and (from_client_id = :client or to_client_id = :client)
                            and care_unit_id = :unit
                        order by corrected_at limit :most""")
                .param("provider", client.careProvider().value())
                .param("client", client.id().value())
                .param("unit", unit.value())
                .param("most", MOST_SHOWN)
                .query((row, i) -> new Move(
                        row.getBoolean("away"),
                        instant(row, "opened_at"),
                        row.getString("corrected_by"),
                        instant(row, "corrected_at")))
                .list();
    }

    private void write(Duty duty, Said said, ClientId to, StaffMember by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into journal.identity_correction (id, care_provider_id, duty_id, from_client_id,
                            to_client_id, said, corrected_by_staff_id, corrected_by_name, corrected_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        duty.careProvider().value(),
                        duty.id().value(),
                        duty.client().value(),
                        to.value(),
                        sealing.seal(duty, place(id), said),
                        by.staff().value(),
                        by.name(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void record(Duty duty, ClientId client, String action, StaffMember by) {
        audit.record(AuditEvent.wrote(action, "note", duty.id())
                .by(ActorKind.STAFF, by.staff(), by.name())
                .under(by.commission())
                .of(duty.careProvider(), duty.unit())
                .about(client)
                .at(clock.instant()));
    }

    private IdentityCorrection read(Duty duty, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Said said = sealing.unseal(duty, place(id), row.getBytes("said"), Said.class);
        return new IdentityCorrection(
                new ClientId(row.getObject("from_client_id", UUID.class)),
                new ClientId(row.getObject("to_client_id", UUID.class)),
                said.fromName(),
                said.toName(),
                said.reason(),
                row.getString("corrected_by"),
                instant(row, "corrected_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String place(UUID id) {
        return "identity-correction." + id;
    }
}
