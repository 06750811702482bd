package se.vardmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.vardmote.platform.DatabaseLogin;
import se.vardmote.platform.Environment;
import se.vardmote.platform.Installation;
import se.vardmote.platform.TestDatabase;

/** Production starts only when everything is as it must be, and says all that is not (R0-35, R0-36). */
class RefusingToServeTests {
    private static final List<URI> ORIGINS = List.of(URI.create("https://vardmote.example"));
    private static final ServeSettings.SignIn SIGN_IN = new ServeSettings.SignIn(
            "https://idp.example",
            "https://idp.example/authorize",
            "https://idp.example/token",
            "https://idp.example/jwks",
            "vardmote",
            "0123456789abcdef0123456789abcdef");
    private static final ServeSettings.Media MEDIA = new ServeSettings.Media(
            URI.create("ws://janus.internal:8188"),
            "2f6c81e0b7d94a35c8f09e1d2b3a4c5d6e",
            "2f6c81e0b7d94a35c8f09e1d2b3a4c5d6e",
            "2f6c81e0b7d94a35c8f09e1d2b3a4c5d6e");
    private static final ServeSettings.Transport PROXY =
            new ServeSettings.Transport(null, null, null, "10\\.0\\.0\\.\\d+", null);

    private static final ServeSettings.Transport NEITHER = new ServeSettings.Transport(null, null, null, null, null);

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
        List<String> wrong = ServeChecks.of(settings(null, null, List.of(), null, null, NEITHER));

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
        aFictionalNurse();

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
                        MEDIA,
                        PROXY)))
                .hasSize(3);
    }

    @Test
    void an_older_schema_of_the_training_database_and_an_owner_role_are_told_at_once() throws SQLException {
        Installation.claim(database.databases().owner(), Environment.TRAINING);
        aFictionalNurse();
        database.owner()
                .sql("update platform.schema_version set fingerprint = 'older'")
                .update();

        assertThat(ServeChecks.of(
                        with(database.databases().owner(), database.databases().keysOwner())))
                .hasSize(5)
                .anyMatch(sentence -> sentence.startsWith("vardmote.database: rollen äger"))
                .anyMatch(sentence -> sentence.startsWith("vardmote.keys-database: rollen äger"))
                .anyMatch(sentence -> sentence.contains("./vardmote migrate"))
                .anyMatch(sentence -> sentence.contains("provmiljön och kan inte"))
                .anyMatch(sentence -> sentence.contains("påhittade"));
    }

    /** A database may belong to its administrator and the tables to the owner role: that one may not run either. */
    @Test
    void the_owner_of_the_tables_is_refused_where_somebody_else_owns_the_database() throws SQLException {
        Installation.claim(database.databases().owner(), Environment.PRODUCTION);
        String name = database.owner()
                .sql("select current_database()")
                .query(String.class)
                .single();
        database.superuser()
                .sql("alter database " + name + " owner to postgres")
                .update();

        assertThat(ServeChecks.of(
                        with(database.databases().owner(), database.databases().keysApp())))
                .singleElement()
                .asString()
                .startsWith("vardmote.database: rollen äger databasen");
    }

    @Test
    void databases_that_nobody_has_migrated_or_made_for_production_are_refused() {
        assertThat(ServeChecks.of(sound()))
                .singleElement()
                .asString()
                .contains("inte märkt för drift")
                .contains("./vardmote migrate");
        // The main database given twice: it has no keys.
        assertThat(ServeChecks.of(
                        with(database.databases().app(), database.databases().app())))
                .anyMatch(sentence ->
                        sentence.startsWith("vardmote.keys-database") && sentence.contains("./vardmote migrate"));
    }

    @Test
    void secrets_of_the_media_server_that_somebody_typed_are_refused() throws SQLException {
        Installation.claim(database.databases().owner(), Environment.PRODUCTION);
        var media = new ServeSettings.Media(MEDIA.janus(), "janusrocks", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", null);

        assertThat(ServeChecks.of(settings(
                        login(database.databases().app()),
                        login(database.databases().keysApp()),
                        ORIGINS,
                        SIGN_IN,
                        media,
                        PROXY)))
                .hasSize(3)
                .anyMatch(sentence -> sentence.startsWith("vardmote.media.api-secret"))
                .anyMatch(sentence -> sentence.startsWith("vardmote.media.admin-key"))
                .anyMatch(sentence -> sentence.startsWith("vardmote.media.room-key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".*", "\\d+\\.\\d+\\.\\d+\\.\\d+", "10\\.(0"})
    void a_proxy_that_is_anybody_is_refused(String everybody) throws SQLException {
        Installation.claim(database.databases().owner(), Environment.PRODUCTION);

        assertThat(ServeChecks.of(with(new ServeSettings.Transport(null, null, null, everybody, null))))
                .singleElement()
                .asString()
                .startsWith("vardmote.trusted-proxies");
    }

    @Test
    void a_certificate_that_is_not_there_is_named() throws SQLException {
        Installation.claim(database.databases().owner(), Environment.PRODUCTION);

        assertThat(ServeChecks.of(
                        with(new ServeSettings.Transport("/nowhere/chain.pem", "/nowhere/key.pem", null, null, null))))
                .hasSize(2)
                .allMatch(sentence -> sentence.contains("/nowhere/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "203.0.113.7", "vardmote.example"})
    void figures_that_everybody_can_read_are_refused(String address) throws SQLException {
        Installation.claim(database.databases().owner(), Environment.PRODUCTION);

        assertThat(ServeChecks.of(with(new ServeSettings.Transport(null, null, null, "10\\.0\\.0\\.\\d+", address))))
                .singleElement()
                .asString()
                .startsWith("vardmote.metrics.address");
    }

    private void aFictionalNurse() {
        database.owner().sql("""
                        with provider as (
                            insert into organisation.care_provider (id, name, hsa_id)
                            values (gen_random_uuid(), 'Vellinge kommun', 'TSTNMT2321000156-P1') returning id)
                        insert into organisation.staff (id, care_provider_id, hsa_id, name, profession)
                        select gen_random_uuid(), id, 'TSTNMT2321000156-1', 'Noor Sandgren', 'NURSE' from provider""").update();
    }

    /** B58: what guests are told and show travels encrypted, under secrets that nobody types. */
    @Test
    void what_guests_are_told_and_show_never_travels_in_clear() throws SQLException {
        Installation.claim(database.databases().owner(), Environment.PRODUCTION);
        var plain =
                new ServeSettings.SignIn("http://eid", "http://eid/a", "http://eid/t", "http://eid/k", "we", "secret");
        var messages = new ServeSettings.Messages("http://sms.example/send", "token", "smtp.example", null, "none");

        assertThat(ServeChecks.of(guests(plain, messages)))
                .anyMatch(said -> said.startsWith("vardmote.visitor-sign-in: alla adresser"))
                .anyMatch(said -> said.startsWith("vardmote.visitor-sign-in.client-secret"))
                .anyMatch(said -> said.startsWith("vardmote.sms.endpoint"))
                .anyMatch(said -> said.startsWith("vardmote.sms.token"))
                .anyMatch(said -> said.startsWith("vardmote.mail.from"))
                .anyMatch(said -> said.startsWith("vardmote.mail.encryption"))
                .hasSize(6);
        var safe = new ServeSettings.Messages(
                "https://sms.example/send", "k3Jv9QxZr7Lw2Tn8Pb5Ym1Hd", "smtp.example", "no-reply@example.se", null);
        assertThat(ServeChecks.of(guests(SIGN_IN, safe))).isEmpty();
    }

    private ServeSettings guests(ServeSettings.SignIn visitors, ServeSettings.Messages messages) {
        ServeSettings sound = sound();
        return new ServeSettings(
                sound.database(),
                sound.keysDatabase(),
                null,
                null,
                sound.origins(),
                List.of(),
                sound.signIn(),
                Map.of(),
                visitors,
                messages,
                null,
                sound.media(),
                sound.transport(),
                sound.data());
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
                Map.of(),
                null,
                sound.messages(),
                null,
                sound.media(),
                sound.transport(),
                sound.data());

        assertThat(ServeChecks.of(lan)).singleElement().asString().startsWith("vardmote.lan-origins");
    }

    /** The sign-in service of a municipality is held to what that of the cards is. */
    @Test
    void an_account_service_without_https_or_with_a_typed_secret_is_named() throws SQLException {
        Installation.claim(database.databases().owner(), Environment.PRODUCTION);
        ServeSettings sound = sound();
        var open = new ServeSettings.SignIn(
                "http://login.example",
                "https://login.example/authorize",
                "https://login.example/token",
                "https://login.example/jwks",
                "vardmote",
                "secret");
        var half = new ServeSettings(
                sound.database(),
                sound.keysDatabase(),
                null,
                null,
                sound.origins(),
                List.of(),
                sound.signIn(),
                Map.of("vellinge", open),
                null,
                sound.messages(),
                null,
                sound.media(),
                sound.transport(),
                sound.data());

        assertThat(ServeChecks.of(half))
                .hasSize(2)
                .allMatch(sentence -> sentence.startsWith("vardmote.accounts.providers.vellinge"));
    }

    private ServeSettings sound() {
        return with(database.databases().app(), database.databases().keysApp());
    }

    private ServeSettings with(ServeSettings.Transport transport) {
        return settings(
                login(database.databases().app()),
                login(database.databases().keysApp()),
                ORIGINS,
                SIGN_IN,
                MEDIA,
                transport);
    }

    private static ServeSettings with(DatabaseLogin main, DatabaseLogin keys) {
        return settings(login(main), login(keys), ORIGINS, SIGN_IN, MEDIA, PROXY);
    }

    private static ServeSettings settings(
            ServeSettings.@Nullable Login main,
            ServeSettings.@Nullable Login keys,
            List<URI> origins,
            ServeSettings.@Nullable SignIn signIn,
            ServeSettings.@Nullable Media media,
            ServeSettings.Transport transport) {
        return new ServeSettings(
                main,
                keys,
                null,
                null,
                origins,
                List.of(),
                signIn,
                Map.of(),
                null,
                new ServeSettings.Messages(null, null, null, null, null),
                null,
                media,
                transport,
                System.getProperty("java.io.tmpdir"));
    }

    private static ServeSettings.Login login(DatabaseLogin login) {
        return new ServeSettings.Login(login.jdbcUrl(), login.user(), login.password());
    }
}
