package se.vardmote.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.vocabulary.BlockId;
import se.vardmote.vocabulary.CareUnitId;
import se.vardmote.vocabulary.ClientId;

/** What patients have blocked. It takes effect with the next request; everything is on record before it is written. */
@Component
public class Blocks {
    private static final int MOST_SHOWN = 50;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    public Blocks(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those in force, and those that were lifted, the newest first; at most 50. */
    public List<Block> of(ClientId client) {
        return read("client_id = :client order by lifted_at is not null, set_at desc limit " + MOST_SHOWN, client);
    }

    /** All that are in force. */
    public List<Block> inForce(ClientId client) {
        return read("client_id = :client and lifted_at is null", client);
    }

    private List<Block> read(String which, ClientId client) {
        return jdbc.sql("""
                        select *, organisation.shown_name(set_by_staff_id, set_by_name) as set_by,
                            organisation.shown_name(lifted_by_staff_id, lifted_by_name) as lifted_by
                        from clients.block where\s""" + which)
                .param("client", client.value())
                .query((row, i) -> read(row))
                .list();
    }

    /**
     * Blocks from now on. Again does nothing.
     *
     * @param unit the reader's own, or null for all towards other care providers
     * @return whether it was not so before
     */
    @Transactional
    public boolean set(StaffMember by, Client client, @Nullable CareUnitId unit) {
        BlockId id = BlockId.next();
        record(by, client, "block", id, null);
        return jdbc.sql("""
                        insert into clients.block (id, care_provider_id, client_id, care_unit_id, set_at, set_by_staff_id,
                            set_by_name)
                        values (:id, :provider, :client, :unit, :now, :staff, :name)
                        on conflict (client_id, care_unit_id) where lifted_at is null do nothing""")
                        .param("id", id.value())
                        .param("provider", client.careProvider().value())
                        .param("client", client.id().value())
                        .param("unit", unit == null ? null : unit.value())
                        .param("now", now())
                        .param("staff", by.staff().value())
                        .param("name", by.name())
                        .update()
                == 1;
    }

    /**
     * Lifts one. A unit's is lifted at that unit; in an emergency only what is blocked towards other care providers.
     *
     * @return false when there is none in force that may be lifted so; the attempt is on record
     */
    @Transactional
    public boolean lift(StaffMember by, Client client, BlockId id, Block.Why why) {
        Optional<Block> found =
                inForce(client.id()).stream().filter(one -> one.id().equals(id)).findFirst();
        boolean may = found.filter(one -> mayLift(by, one, why)).isPresent();
        record(by, client, why == Block.Why.EMERGENCY ? "lift-in-emergency" : "lift", id, may ? null : "not-to-lift");
        return may
                && jdbc.sql("""
                        update clients.block set lifted_at = :now, lifted_by_staff_id = :staff, lifted_by_name = :name,
                            lifted_why = :why
                        where id = :id and lifted_at is null""")
                                .param("now", now())
                                .param("staff", by.staff().value())
                                .param("name", by.name())
                                .param("why", why.name())
                                .param("id", id.value())
                                .update()
                        == 1;
    }

    /** Whether somebody may lift one, for that reason. */
    public static boolean mayLift(StaffMember by, Block block, Block.Why why) {
        return block.unit() == null || block.unit().equals(by.unit()) && why == Block.Why.PATIENT;
    }

    private void record(StaffMember by, Client client, String action, BlockId id, @Nullable String refused) {
        var event =
                AuditedActor.of(by).on(AuditEvent.wrote(action, "block", id)).about(client.id());
        audit.record((refused == null ? event : event.refused(refused)).at(clock.instant()));
    }

    private static Block read(ResultSet row) throws SQLException {
        UUID unit = row.getObject("care_unit_id", UUID.class);
        OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
        return new Block(
                new BlockId(row.getObject("id", UUID.class)),
                unit == null ? null : new CareUnitId(unit),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                row.getString("set_by"),
                lifted == null
                        ? null
                        : new Block.Lifted(
                                lifted.toInstant(),
                                row.getString("lifted_by"),
                                Block.Why.valueOf(row.getString("lifted_why"))));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
