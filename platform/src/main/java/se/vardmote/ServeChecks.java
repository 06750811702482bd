package se.vardmote;

import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.vardmote.platform.DatabaseLogin;
import se.vardmote.platform.Environment;
import se.vardmote.platform.Installation;
import se.vardmote.platform.Migrations;

/** Everything that keeps {@code serve} from starting, as sentences for the operator, all at once. */
final class ServeChecks {
    private static final int LEAST_SECRET = 24;
    private static final Set<String> COMMON =
            Set.of("vardmote", "secret", "password", "changeme", "change-me", "admin");
    private final ServeSettings settings;
    private final List<String> wrong = new ArrayList<>();

    private ServeChecks(ServeSettings settings) {
        this.settings = settings;
    }

    /** Empty when it may start. */
    static List<String> of(ServeSettings settings) {
        var checks = new ServeChecks(settings);
        checks.transport();
        checks.signIn();
        checks.media();
        checks.databases();
        return List.copyOf(checks.wrong);
    }

    private void transport() {
        if (settings.origins().isEmpty())
            wrong.add("vardmote.origins saknas: ange adresserna som tjänsten har, t.ex. https://vardmote.example.");
        for (URI origin : settings.origins()) {
            if (!"https".equals(origin.getScheme())) wrong.add("vardmote.origins: " + origin + " är inte https.");
        }
        if (!settings.lanOrigins().isEmpty())
            wrong.add("vardmote.lan-origins hör till provmiljön (./vardmote run --lan). Ta bort den.");
        if (settings.certificate() == null && settings.trustedProxies() == null) {
            wrong.add("Varken TLS (server.ssl.certificate) eller betrodd proxy (vardmote.trusted-proxies) är angiven.");
        }
        if (settings.data() == null)
            wrong.add("vardmote.data saknas: mappen för hemligheter och granskningskedjans huvuden.");
    }

    private void signIn() {
        ServeSettings.SignIn signIn = settings.signIn();
        if (signIn == null || signIn.issuer() == null || signIn.clientId() == null) {
            wrong.add(
                    "vardmote.sign-in saknas: ange issuer, authorization-uri, token-uri, jwk-set-uri, client-id och client-secret.");
            return;
        }
        if (!https(signIn.issuer())
                || !https(signIn.authorizationUri())
                || !https(signIn.tokenUri())
                || !https(signIn.jwkSetUri())) {
            wrong.add(
                    "vardmote.sign-in: alla adresser till inloggningen ska vara https. Provmiljöns inloggning duger inte.");
        }
        weak("vardmote.sign-in.client-secret", signIn.clientSecret());
    }

    private void media() {
        if (settings.janus() == null) {
            wrong.add(
                    "vardmote.media.janus saknas: i drift bärs alla möten av en mediaserver, aldrig direkt mellan webbläsare.");
        }
    }

    private void databases() {
        login("vardmote.database", settings.database()).ifPresent(this::mainDatabase);
        login("vardmote.keys-database", settings.keysDatabase())
                .ifPresent(keys -> notOwner("vardmote.keys-database", keys));
    }

    private Optional<DatabaseLogin> login(String name, ServeSettings.@Nullable Login login) {
        if (login == null || !login.complete()) {
            wrong.add(name + " saknas: ange url, user och password.");
            return Optional.empty();
        }
        weak(name + ".password", login.password());
        return Optional.of(login.login());
    }

    private void mainDatabase(DatabaseLogin login) {
        if (!notOwner("vardmote.database", login)) return;
        try {
            if (!Migrations.upToDate(login)) {
                wrong.add("Databasens schema är inte det som den här versionen behöver: kör ./vardmote migrate.");
                return;
            }
            if (!Installation.environmentOf(login).equals(Optional.of(Environment.PRODUCTION))) {
                wrong.add("Databasen är skapad för provmiljön och kan inte användas i drift.");
            }
            if (count(login, "select count(*) from organisation.staff where hsa_id like 'TST%'") > 0) {
                wrong.add("Databasen innehåller provmiljöns påhittade personal.");
            }
        } catch (SQLException | DataAccessException e) {
            wrong.add("vardmote.database: databasen kunde inte läsas.");
        }
    }

    /** The running role may neither own the database, nor be superuser, nor change audit rows. */
    private boolean notOwner(String name, DatabaseLogin login) {
        try {
            long powers = count(login, """
                    select (select count(*) from pg_roles where rolname = current_user and (rolsuper or rolcreaterole))
                        + (select count(*) from pg_database where datname = current_database()
                           and pg_has_role(current_user, datdba, 'member'))""");
            if (powers > 0)
                wrong.add(
                        name + ": rollen äger databasen. Ange den begränsade rollen; ägaren används bara av migrate.");
            return powers == 0;
        } catch (SQLException | DataAccessException e) {
            wrong.add(name + ": databasen svarar inte på den angivna adressen, eller så är lösenordet fel.");
            return false;
        }
    }

    private void weak(String name, @Nullable String secret) {
        if (secret == null || secret.length() < LEAST_SECRET || COMMON.contains(secret)) {
            wrong.add(name + " är för kort eller ett standardvärde: minst " + LEAST_SECRET + " slumpade tecken.");
        }
    }

    private static boolean https(@Nullable String address) {
        return address != null && address.startsWith("https://") && !address.contains("localhost");
    }

    private static long count(DatabaseLogin login, String query) throws SQLException {
        try (var connection = login.open()) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql(query)
                    .query(Long.class)
                    .single();
        }
    }
}
