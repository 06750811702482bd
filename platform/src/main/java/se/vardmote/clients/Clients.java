package se.vardmote.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final String SELECT = """
            select c.id, c.care_provider_id, c.identity_system, c.identity_value, c.name, exists (
                select from clients.protection p
                where p.care_provider_id = c.care_provider_id and p.identity_system = c.identity_system
                    and p.identity_value = c.identity_value and p.removed_at is null) as protected_identity
            from clients.client c
            """;

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
        return jdbc.sql(SELECT + "where c.care_provider_id = :careProvider and c.id = :id")
                .param("careProvider", careProvider.value())
                .param("id", id.value())
                .query((row, n) -> read(row))
                .optional();
    }

    /** Those of some clients whom the care provider cares for. */
    public List<Client> all(CareProviderId careProvider, Collection<ClientId> some) {
        return jdbc.sql(SELECT + "where c.care_provider_id = :careProvider and c.id = any(:some)")
                .param("careProvider", careProvider.value())
                .param("some", ids(some))
                .query((row, n) -> read(row))
                .list();
    }

    /** Those of some clients, of whichever care provider, who have protected personal data. */
    public Set<ClientId> protectedAmong(Collection<ClientId> some) {
        return Set.copyOf(jdbc.sql("""
                        select c.id from clients.client c
                        join clients.protection p on p.care_provider_id = c.care_provider_id
                            and p.identity_system = c.identity_system and p.identity_value = c.identity_value
                            and p.removed_at is null
                        where c.id = any(:some)""")
                .param("some", ids(some))
                .query((row, n) -> new ClientId(row.getObject("id", UUID.class)))
                .list());
    }

    /** The care provider's client with one of these identities: what was typed may be read in more than one way. */
    public Optional<Client> withIdentity(CareProviderId careProvider, List<PersonId> identities) {
        return jdbc.sql(SELECT + """
                join unnest(:systems::text[], :values::text[]) asked (system, value)
                    on c.identity_system = asked.system and c.identity_value = asked.value
                where c.care_provider_id = :careProvider order by c.id limit 1
                """)
                .param("systems", identities.stream().map(PersonId::system).toArray(String[]::new))
                .param("values", identities.stream().map(PersonId::value).toArray(String[]::new))
                .param("careProvider", careProvider.value())
                .query((row, n) -> read(row))
                .optional();
    }

    private static UUID[] ids(Collection<ClientId> some) {
        return some.stream().map(ClientId::value).toArray(UUID[]::new);
    }

    private static Client read(ResultSet row) throws SQLException {
        return new Client(
                new ClientId(row.getObject("id", UUID.class)),
                new CareProviderId(row.getObject("care_provider_id", UUID.class)),
                new PersonId(row.getString("identity_system"), row.getString("identity_value")),
                new PersonName(row.getString("name")),
                row.getBoolean("protected_identity"));
    }
}
