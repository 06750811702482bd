package se.vardmote.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.vardmote.platform.TestDatabase;
import se.vardmote.vocabulary.CareProviderId;
import se.vardmote.vocabulary.ClientId;
import se.vardmote.vocabulary.PersonId;
import se.vardmote.vocabulary.PersonName;
import se.vardmote.vocabulary.ReserveIssuer;
import se.vardmote.vocabulary.UnknownIdentity;

/** R0-53, R0-54: a knock names the patient by name and number; each care provider has its own client for the person. */
class RegisteringAClientTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final CareProviderId VELLINGE = CareProviderId.next();
    private static final CareProviderId SKANE = CareProviderId.next();
    private static final PersonId TOLVAN =
            PersonId.parse("19121212-1212", TODAY).orElseThrow();
    private static final PersonName NAME = new PersonName("Tolvan Tolvansson");

    private final TestDatabase db = TestDatabase.fresh();
    private final Clients clients = new Clients(db.app(), Clock.systemUTC());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void the_same_identity_is_the_same_client_with_the_name_given_last() {
        ClientId first = clients.register(VELLINGE, TOLVAN, new PersonName("Tolvan T"));
        ClientId second = clients.register(VELLINGE, TOLVAN, NAME);
        assertThat(second).isEqualTo(first);
        assertThat(clients.find(VELLINGE, first)).contains(new Client(first, VELLINGE, TOLVAN, NAME, false));
    }

    @Test
    void another_care_provider_has_a_client_of_its_own_and_never_sees_the_first() {
        ClientId here = clients.register(VELLINGE, TOLVAN, NAME);
        ClientId there = clients.register(SKANE, TOLVAN, NAME);
        assertThat(there).isNotEqualTo(here);
        assertThat(clients.find(SKANE, here)).isEmpty();
    }

    @Test
    void the_same_reserve_number_of_two_regions_is_two_persons() {
        PersonId ofHalland = PersonId.parseReserve(ReserveIssuer.HALLAND, "19810829A012", TODAY)
                .orElseThrow();
        PersonId ofSkane = PersonId.parseReserve(ReserveIssuer.SKANE, "19810829A012", TODAY)
                .orElseThrow();
        assertThat(clients.register(VELLINGE, ofHalland, NAME)).isNotEqualTo(clients.register(VELLINGE, ofSkane, NAME));
    }

    @Test
    void two_persons_whom_nobody_has_identified_are_two_clients() {
        PersonId one = UnknownIdentity.parse("Medvetslös").orElseThrow().id();
        PersonId other = UnknownIdentity.parse("Medvetslös").orElseThrow().id();
        assertThat(clients.register(VELLINGE, one, NAME)).isNotEqualTo(clients.register(VELLINGE, other, NAME));
    }

    @Test
    void many_knocks_at_once_for_one_person_make_one_client() throws Exception {
        Callable<ClientId> knock = () -> clients.register(VELLINGE, TOLVAN, NAME);
        Set<ClientId> made = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var one :
                    threads.invokeAll(Stream.generate(() -> knock).limit(30).toList())) {
                made.add(one.get());
            }
        }
        assertThat(made).hasSize(1);
    }

    @Test
    void neither_name_nor_number_shows_in_what_is_logged_of_a_client() {
        ClientId id = clients.register(VELLINGE, TOLVAN, NAME);
        assertThat(clients.find(VELLINGE, id).orElseThrow().toString())
                .contains(id.toString())
                .doesNotContain("Tolvan", "1212");
    }

    @Test
    void identity_numbers_stand_with_the_clients_and_nowhere_else_in_the_database() {
        assertThat(db.owner().sql("""
                                select table_schema || '.' || table_name from information_schema.columns
                                where (column_name like '%identity_value%' or column_name like '%identity_number%'
                                    or column_name like '%personnummer%') and table_schema not in ('information_schema', 'pg_catalog')
                                group by 1
                                """).query(String.class).list())
                .containsExactlyInAnyOrder("clients.client", "clients.protection");
    }
}
