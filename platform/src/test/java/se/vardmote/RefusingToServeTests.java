package se.vardmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.vardmote.platform.DatabaseLogin;
import se.vardmote.platform.Environment;
import se.vardmote.platform.Installation;
import se.vardmote.platform.TestDatabase;

/** Production starts only when everything is as it must be, and says all that is not (R0-35, R0-36). */
class RefusingToServeTests {
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_empty_configuration_is_told_everything_that_is_missing_at_once() {
        List<String> wrong = ServeChecks.of(settings(null, null, List.of(), null, null, null));

        assertThat(wrong)
                .anyMatch(sentence -> sentence.startsWith("vardmote.origins saknas"))
                .anyMatch(sentence -> sentence.startsWith("Varken TLS"))
                .anyMatch(sentence -> sentence.startsWith("vardmote.sign-in saknas"))
                .anyMatch(sentence -> sentence.startsWith("vardmote.media.janus saknas"))
                .anyMatch(sentence -> sentence.startsWith("vardmote.database saknas"))
                .anyMatch(sentence -> sentence.startsWith("vardmote.keys-database saknas"));
    }

    @Test
    void a_production_database_with_restricted_roles_is_accepted() throws SQLException {
        Installation.claim(database.databases().owner(), Environment.PRODUCTION);

        assertThat(ServeChecks.of(sound())).isEmpty();
    }

    @Test
    void the_training_database_is_refused() throws SQLException {
        Installation.claim(database.databases().owner(), Environment.TRAINING);

        assertThat(ServeChecks.of(sound())).singleElement().asString().contains("provmiljön");
    }

    @Test
    void fictional_staff_are_refused() throws SQLException {
        Installation.claim(database.databases().owner(), Environment.PRODUCTION);
        database.owner()
                .sql(
                        "insert into organisation.staff (id, hsa_id, name, profession) values (gen_random_uuid(), 'TSTNMT2321000156-1', 'Noor Sandgren', 'NURSE')")
                .update();

        assertThat(ServeChecks.of(sound())).singleElement().asString().contains("påhittade");
    }

    @Test
    void an_owner_role_is_refused() throws SQLException {
        Installation.claim(database.databases().owner(), Environment.PRODUCTION);

        assertThat(ServeChecks.of(
                        with(database.databases().owner(), database.databases().keysApp())))
                .singleElement()
                .asString()
                .startsWith("vardmote.database: rollen äger databasen");
    }

    @Test
    void another_schema_is_refused() throws SQLException {
        Installation.claim(database.databases().owner(), Environment.PRODUCTION);
        database.owner()
                .sql("update platform.schema_version set fingerprint = 'older'")
                .update();

        assertThat(ServeChecks.of(sound())).singleElement().asString().contains("./vardmote migrate");
    }

    @Test
    void a_default_secret_and_an_address_without_tls_are_refused() throws SQLException {
        Installation.claim(database.databases().owner(), Environment.PRODUCTION);
        var signIn = new ServeSettings.SignIn(
                "http://start.localhost:8081", "https://a", "https://b", "https://c", "vardmote", "secret");

        assertThat(ServeChecks.of(settings(
                        login(database.databases().app()),
                        login(database.databases().keysApp()),
                        List.of(URI.create("http://vardmote.example")),
                        signIn,
                        URI.create("ws://janus.internal:8188"),
                        "/etc/cert.pem")))
                .hasSize(3);
    }

    /** R4-284: the way in for a tablet on the local network belongs to the training environment. */
    @Test
    void origins_of_the_local_network_are_refused() throws SQLException {
        Installation.claim(database.databases().owner(), Environment.PRODUCTION);
        ServeSettings sound = sound();
        var lan = new ServeSettings(
                sound.database(),
                sound.keysDatabase(),
                null,
                null,
                sound.origins(),
                sound.origins(),
                sound.signIn(),
                sound.janus(),
                sound.certificate(),
                null,
                sound.data());

        assertThat(ServeChecks.of(lan)).singleElement().asString().startsWith("vardmote.lan-origins");
    }

    private ServeSettings sound() {
        return with(database.databases().app(), database.databases().keysApp());
    }

    private static ServeSettings with(DatabaseLogin main, DatabaseLogin keys) {
        var signIn = new ServeSettings.SignIn(
                "https://idp.example",
                "https://idp.example/authorize",
                "https://idp.example/token",
                "https://idp.example/jwks",
                "vardmote",
                "0123456789abcdef0123456789abcdef");
        return settings(
                login(main),
                login(keys),
                List.of(URI.create("https://vardmote.example")),
                signIn,
                URI.create("ws://janus.internal:8188"),
                "/etc/cert.pem");
    }

    private static ServeSettings settings(
            ServeSettings.@Nullable Login main,
            ServeSettings.@Nullable Login keys,
            List<URI> origins,
            ServeSettings.@Nullable SignIn signIn,
            @Nullable URI janus,
            @Nullable String certificate) {
        return new ServeSettings(
                main, keys, null, null, origins, List.of(), signIn, janus, certificate, null, "/var/lib/vardmote");
    }

    private static ServeSettings.Login login(DatabaseLogin login) {
        return new ServeSettings.Login(login.jdbcUrl(), login.user(), login.password());
    }
}
