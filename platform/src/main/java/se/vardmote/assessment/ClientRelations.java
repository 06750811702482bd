package se.vardmote.assessment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.vardmote.access.Actor;
import se.vardmote.access.CareRelations;
import se.vardmote.access.Relation;
import se.vardmote.access.StaffMember;
import se.vardmote.access.grounds.AccessGround;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;

/**
 * A patient is open to whoever works at a unit that has, or has had, a call with them, and to whoever has stated another ground
 * that holds now. One question to the database, whatever the answer.
 */
@Component
public class ClientRelations implements CareRelations<ClientId> {
    /** The relation of somebody whose unit has a call with the patient. */
    public static final String CALL_AT_UNIT = "call-at-unit";

    private final JdbcClient jdbc;
    private final Clock clock;

    ClientRelations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Class<ClientId> about() {
        return ClientId.class;
    }

    @Override
    public Optional<Relation> between(Actor actor, ClientId thing) {
        if (!(actor instanceof StaffMember staff)) return Optional.empty();
        return jdbc.sql("""
                        select null as ground, :provider::uuid as care_provider_id
                        where exists (select from assessment.drop_in
                                where care_provider_id = :provider and receiving_unit_id = :unit and client_id = :client)
                            or exists (select from assessment.planned_call
                                where care_provider_id = :provider and client_id = :client and receiving_unit_id = :unit
                                    and state <> 'CANCELLED')
                        union all
                        select ground, care_provider_id from access.open_ground(:session, :commission, :client, :now)
                        limit 1""")
                .param("provider", staff.careProvider().value())
                .param("unit", staff.unit().value())
                .param("client", thing.value())
                .param("session", staff.session().value())
                .param("commission", staff.commission().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, i) -> {
                    String stated = row.getString("ground");
                    return new Relation(
                            stated == null
                                    ? CALL_AT_UNIT
                                    : AccessGround.valueOf(stated).word(),
                            new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                            stated == null ? staff.unit() : null,
                            thing);
                })
                .optional();
    }
}
