package se.vardmote.access.grounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.AccessProblem;
import se.vardmote.access.AuditedActor;
import se.vardmote.access.StaffMember;
import se.vardmote.audit.Activity;
import se.vardmote.audit.AuditEvent;
import se.vardmote.audit.AuditLog;
import se.vardmote.organisation.CareProvider;
import se.vardmote.organisation.Organisation;
import se.vardmote.platform.ProblemException;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.CommissionId;
import se.vardmote.vocabulary.StatedGroundId;

/**
 * Grounds as they are stated. Only somebody in a commission for "Vård och behandling" can state one, and so works for a care
 * provider (vårdgivare): an assignment in social services opens nothing here, an emergency neither (lag 2022:913 3:2, 3:5–6).
 */
@Component
public class StatedGrounds {
    private static final int MOST_REVIEWED = 1_000;

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final AuditLog audit;
    private final GroundSettings settings;
    private final Clock clock;

    public StatedGrounds(
            JdbcClient jdbc, Organisation organisation, AuditLog audit, GroundSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** What opens this person to somebody now, in the commission and the sign-in that they have: one question. */
    public Optional<StatedGround> openTo(StaffMember staff, ClientId client) {
        return jdbc.sql("select * from access.open_ground(:session, :commission, :client, :now)")
                .param("session", staff.session().value())
                .param("commission", staff.commission().value())
                .param("client", client.value())
                .param("now", now())
                .query((row, i) -> read(row))
                .optional();
    }

    /** The care providers whose data somebody may ask for, by name; none where the own one has not joined. */
    public List<CareProvider> othersJoined(StaffMember staff) {
        List<CareProvider> joined = organisation.providers().stream()
                .filter(CareProvider::joinedDocumentation)
                .toList();
        boolean own = joined.stream().anyMatch(one -> one.id().equals(staff.careProvider()));
        return own
                ? joined.stream()
                        .filter(one -> !one.id().equals(staff.careProvider()))
                        .toList()
                : List.of();
    }

    /**
     * Opens one person. On record first, and refused attempts too.
     *
     * @param confirmed what the reader vouches for
     * @throws ProblemException {@link AccessProblem.NotOpenedByThat} when the ground is not for that care provider, or one of its
     *     conditions is not vouched for
     */
    public StatedGround state(
            StaffMember by,
            CareProviderId owner,
            ClientId client,
            AccessGround ground,
            Set<AccessGround.Condition> confirmed,
            String reason) {
        boolean may = ground.opens(owner, by.careProvider())
                && (ground.reach() == AccessGround.Reach.WITHIN || bothJoined(by, owner))
                && (!ground.liftsBlock() || readsWithin(by, client))
                && confirmed.containsAll(ground.conditions())
                && !reason.isBlank();
        Instant at = clock.instant();
        var event = AuditedActor.of(by)
                .on(AuditEvent.did(
                        ground.emergency() ? Activity.EMERGENCY_OPEN : Activity.WRITE,
                        "state-ground",
                        "patient",
                        client))
                .of(owner, null)
                .about(client);
        audit.record((may ? event.because(ground.word()) : event.refused("ground.not-for-this")).at(at));
        if (!may) throw new ProblemException(new AccessProblem.NotOpenedByThat());
        var stated = new StatedGround(
                StatedGroundId.next(), owner, client, by.commission(), ground, reason, at, at.plus(settings.openFor()));
        keep(by, stated);
        return stated;
    }

    /** A block is lifted by somebody who has a reason to read of the patient at all. */
    private boolean readsWithin(StaffMember by, ClientId client) {
        return openTo(by, client)
                .filter(open -> open.ground().reach() == AccessGround.Reach.WITHIN)
                .isPresent();
    }

    private boolean bothJoined(StaffMember by, CareProviderId owner) {
        return othersJoined(by).stream().anyMatch(one -> one.id().equals(owner));
    }

    private void keep(StaffMember by, StatedGround stated) {
        jdbc.sql("""
                        insert into access.stated_ground (id, care_provider_id, client_id, session_id, staff_id, staff_name,
                            commission_id, reader_care_provider_id, ground, reason, stated_at, until)
                        values (:id, :owner, :client, :session, :staff, :name, :commission, :reader, :ground, :reason, :at,
                            :until)""")
                .param("id", stated.id().value())
                .param("owner", stated.careProvider().value())
                .param("client", stated.client().value())
                .param("session", by.session().value())
                .param("staff", by.staff().value())
                .param("name", by.name())
                .param("commission", by.commission().value())
                .param("reader", by.careProvider().value())
                .param("ground", stated.ground().name())
                .param("reason", stated.reason())
                .param("at", stated.statedAt().atOffset(ZoneOffset.UTC))
                .param("until", stated.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The reader needs it no longer: whatever opens this person in this commission closes. */
    public void close(StaffMember by, ClientId client) {
        jdbc.sql("""
                        update access.stated_ground set closed_at = :now
                        where session_id = :session and commission_id = :commission and client_id = :client
                            and closed_at is null""")
                .param("now", now())
                .param("session", by.session().value())
                .param("commission", by.commission().value())
                .param("client", client.value())
                .update();
    }

    /** What was stated in some commissions about some persons, for whoever reviews it; the newest first. */
    public List<StatedGround> stated(Collection<CommissionId> commissions, Collection<ClientId> clients) {
        return jdbc.sql("""
                        select * from access.stated_ground
                        where commission_id = any(:commissions) and client_id = any(:clients)
                        order by stated_at desc limit :most""")
                .param(
                        "commissions",
                        commissions.stream().map(CommissionId::value).toArray(UUID[]::new))
                .param("clients", clients.stream().map(ClientId::value).toArray(UUID[]::new))
                .param("most", MOST_REVIEWED)
                .query((row, i) -> read(row))
                .list();
    }

    private static StatedGround read(ResultSet row) throws SQLException {
        return new StatedGround(
                new StatedGroundId(row.getObject("id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                new CommissionId(row.getObject("commission_id", UUID.class)),
                AccessGround.valueOf(row.getString("ground")),
                row.getString("reason"),
                row.getObject("stated_at", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
