package se.vardmote.clients;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;

/**
 * The clients of every care provider, each seen by its own only. Works in the caller's transaction; the caller writes the
 * audit event first.
 */
@Repository
public class Clients {
    private final JdbcClient jdbc;
    private final Clock clock;

    public Clients(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The care provider's client with this identity, made when there is none; the name given last is kept (R0-53, R0-54).
     * Never refused: an identity that is there already is no error, and so never shows in the database's log.
     */
    public ClientId register(CareProviderId careProvider, PersonId identity, PersonName name) {
        return jdbc.sql("""
                insert into clients.client (id, care_provider_id, identity_system, identity_value, name, registered_at)
                values (:id, :careProvider, :system, :value, :name, :now)
                on conflict (care_provider_id, identity_system, identity_value) do update set name = excluded.name
                returning id
                """)
                .param("id", ClientId.next().value())
                .param("careProvider", careProvider.value())
                .param("system", identity.system())
                .param("value", identity.value())
                .param("name", name.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> ClientId.of(row.getString("id")))
                .single();
    }

    /** Empty also for a client of another care provider: that there is one is not told. */
    public Optional<Client> find(CareProviderId careProvider, ClientId id) {
        return jdbc.sql("""
                select identity_system, identity_value, name from clients.client
                where care_provider_id = :careProvider and id = :id
                """)
                .param("careProvider", careProvider.value())
                .param("id", id.value())
                .query((row, n) -> new Client(
                        id,
                        careProvider,
                        new PersonId(row.getString("identity_system"), row.getString("identity_value")),
                        new PersonName(row.getString("name"))))
                .optional();
    }

    /** Those of some clients whom the care provider cares for. */
    public List<Client> all(CareProviderId careProvider, Collection<ClientId> some) {
        return jdbc.sql("""
                select id, identity_system, identity_value, name from clients.client
                where care_provider_id = :careProvider and id = any(:some)
                """)
                .param("careProvider", careProvider.value())
                .param("some", some.stream().map(ClientId::value).toArray(UUID[]::new))
                .query((row, n) -> new Client(
                        ClientId.of(row.getString("id")),
                        careProvider,
                        new PersonId(row.getString("identity_system"), row.getString("identity_value")),
                        new PersonName(row.getString("name"))))
                .list();
    }

    /** The care provider's client with one of these identities: what was typed may be read in more than one way. */
    public Optional<Client> withIdentity(CareProviderId careProvider, List<PersonId> identities) {
        return jdbc.sql("""
                select c.id, identity_system, identity_value, name from clients.client c
                join unnest(:systems::text[], :values::text[]) asked (system, value)
                    on identity_system = asked.system and identity_value = asked.value
                where care_provider_id = :careProvider order by c.id limit 1
                """)
                .param("systems", identities.stream().map(PersonId::system).toArray(String[]::new))
                .param("values", identities.stream().map(PersonId::value).toArray(String[]::new))
                .param("careProvider", careProvider.value())
                .query((row, n) -> new Client(
                        ClientId.of(row.getString("id")),
                        careProvider,
                        new PersonId(row.getString("identity_system"), row.getString("identity_value")),
                        new PersonName(row.getString("name"))))
                .optional();
    }
}
